package dev.tick.conformance.exploration;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.model.Principal;
import dev.tick.conformance.model.Visibility;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.TokenRules;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers whose tokens are at hand, and what they are good for. */
final class Principals {
    private static final List<TokenKind> KINDS =
            List.of(TokenKind.SOUND, TokenKind.OTHER_APPLICATION, TokenKind.TENANT_WIDE, TokenKind.DELEGATED);

    private final Conversation conversation;
    private final Map<String, List<TokenKind>> known = new HashMap<>();
    private final Map<TokenKind, Principal> callers = new EnumMap<>(TokenKind.class);

    Principals(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Returns the callers that an operation is to serve. */
    List<TokenKind> of(Operation operation) {
        return known.computeIfAbsent(
                operation.id(),
                key -> KINDS.stream().filter(kind -> fits(operation, kind)).toList());
    }

    private boolean fits(Operation operation, TokenKind kind) {
        if (kind == TokenKind.SOUND) {
            return true;
        }
        boolean served =
                kind != TokenKind.DELEGATED || !operation.tokens().scopes().isEmpty();
        return served
                && conversation.target().token(kind).isPresent()
                && fitness(operation).flaw(kind).isEmpty();
    }

    /** Returns whether a caller is an application that reaches its own entities alone, as far as its token tells. */
    boolean reachesOwn(TokenKind kind) {
        return caller(kind).reach() == Visibility.OWN;
    }

    /** Returns a caller. */
    Principal caller(TokenKind kind) {
        return callers.computeIfAbsent(kind, this::read);
    }

    private Principal read(TokenKind kind) {
        return switch (kind) {
            case SOUND -> new Principal("the application", Principal.Kind.SOUND, reach(kind));
            case OTHER_APPLICATION -> new Principal("another application", Principal.Kind.OTHER, reach(kind));
            case TENANT_WIDE ->
                new Principal("an application with the tenant-wide role", Principal.Kind.TENANT_WIDE, Visibility.ALL);
            case DELEGATED -> new Principal("a signed-in user", Principal.Kind.USER, Visibility.UNKNOWN);
            case EXPIRED, WITHOUT_ROLE, DELEGATED_WITHOUT_SCOPE, OTHER_AUDIENCE ->
                throw new IllegalArgumentException(kind + " sends no sound request");
        };
    }

    private Visibility reach(TokenKind kind) {
        Operation list = conversation
                .contract()
                .operation(Effect.LIST)
                .or(() -> conversation.contract().operation(Effect.CREATE))
                .orElseThrow();
        TokenRules rules = list.tokens();
        Optional<TokenClaims> claims = conversation.target().token(kind).flatMap(TokenClaims::read);
        return rules.tenantWideRoles().isEmpty()
                ? Visibility.OWN
                : claims.isEmpty()
                        ? Visibility.UNKNOWN
                        : fitness(list).reachesAll(kind).isPresent() ? Visibility.ALL : Visibility.OWN;
    }

    private TokenFitness fitness(Operation operation) {
        return new TokenFitness(conversation.target(), operation.tokens(), conversation.earliestNow());
    }
}
