package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Operation;
import java.util.Optional;

/** The tokens that cases need in place of the sound one. */
final class TokenNeeds {
    private TokenNeeds() {}

    /** Returns why a case cannot be judged with the token of this kind: it is missing, or is not what its name says. */
    static Optional<Outcome> unmet(Conversation conversation, Operation operation, TokenKind kind) {
        return conversation.target().token(kind).isEmpty()
                ? Optional.of(Outcome.missingToken(kind))
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

    private static TokenFitness fitness(Conversation conversation, Operation operation) {
        return new TokenFitness(conversation.target(), operation.tokens(), conversation.earliestNow());
    }
}
