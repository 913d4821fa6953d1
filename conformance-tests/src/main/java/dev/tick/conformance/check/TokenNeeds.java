package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Operation;
import java.util.Optional;

/** The tokens that cases need in place of the sound one. */
final class TokenNeeds {
    private TokenNeeds() {}

    /** Returns why a case cannot be judged with the token of this kind: it is missing, is not what its name says, or hides its claims. */
    static Optional<Outcome> unmet(Conversation conversation, Operation operation, TokenKind kind) {
        if (kind == TokenKind.SOUND
                && isOpaque(conversation.target().token(kind).orElse(""))) {
            return Optional.of(
                    Outcome.unfitToken(kind, "cannot be read as a JWT, so that no claim of it can be changed"));
        }
        return conversation.target().token(kind).isEmpty()
                ? Optional.of(Outcome.notTestable(conversation.target().absence(kind)))
                : fitness(conversation, operation).flaw(kind).map(flaw -> Outcome.unfitToken(kind, flaw));
    }

    /** Returns why a row about what others must not reach cannot be judged with the token: as above, or its role reaches all. */
    static Optional<Outcome> unmetForOwnReach(Conversation conversation, Operation operation, TokenKind kind) {
        return unmet(conversation, operation, kind)
                .or(() -> fitness(conversation, operation)
                        .reachesAll(kind)
                        .map(reason -> Outcome.unfitToken(kind, reason)));
    }

    /** Returns whether the sound token itself serves in place of one that is not at hand: its role reaches all. */
    static boolean isMetBySound(Conversation conversation, Operation operation, TokenKind kind) {
        return kind == TokenKind.TENANT_WIDE
                && conversation.target().token(kind).isEmpty()
                && fitness(conversation, operation).reachesAll(TokenKind.SOUND).isPresent();
    }

    private static boolean isOpaque(String token) {
        return TokenClaims.read(token).isEmpty();
    }

    private static TokenFitness fitness(Conversation conversation, Operation operation) {
        return new TokenFitness(conversation.target(), operation.tokens(), conversation.earliestNow());
    }
}
