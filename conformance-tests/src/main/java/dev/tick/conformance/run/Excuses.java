package dev.tick.conformance.run;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Recording;
import dev.tick.spec.register.Requirement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The reasons for which a broken statement accuses nobody. */
final class Excuses {
    private static final int FORBIDDEN = 403;

    private final Conversation conversation;

    Excuses(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Returns the finding of a case, or what becomes of it where the target is excused. */
    Outcome applied(Requirement row, Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.BROKEN || outcome.exchanges().isEmpty()) {
            return outcome;
        }
        return row.recorded()
                .filter(recording -> isRecorded(recording, outcome))
                .map(recording -> outcome.asRecorded(recording.sentence(row.source())))
                .or(() -> narrowRole(row, outcome))
                .orElse(outcome);
    }

    /**
     * Returns the finding of every case of a row about an operation that the target lacks and need not have; empty for any other
     * row, and for one that notes whether the target has it.
     */
    Optional<Outcome> notOffered(Requirement row) {
        return row.check()
                .filter(check -> !(check instanceof RequestCheck request
                        && request.expectation() instanceof Expectation.Noted
                        && request.change().equals(Alteration.NONE)))
                .map((Check check) -> conversation.operation(check))
                .filter(conversation::isNotOffered)
                .map(operation ->
                        Outcome.notOffered(operation, conversation.sound(operation, conversation.example(operation))));
    }

    /** Returns whether nothing else is broken than what the recording shows. */
    private static boolean isRecorded(Recording recording, Outcome outcome) {
        Exchange judged = outcome.exchanges().get(outcome.exchanges().size() - 1);
        return outcome.mismatches().size() == 1
                && judged.response().filter(recording.behaviour()::isShownBy).isPresent();
    }

    /**
     * Returns that a 403 to the sound request proves nothing where a contract knows a tenant-wide role and the token lacks it: a
     * server may ask for that one alone.
     */
    private Optional<Outcome> narrowRole(Requirement row, Outcome outcome) {
        Optional<Operation> operation = row.check().map((Check check) -> conversation.operation(check));
        List<String> wide = operation.map(one -> one.tokens().tenantWideRoles()).orElse(List.of());
        return conversation
                .target()
                .token(TokenKind.SOUND)
                .flatMap(TokenClaims::read)
                .filter(claims -> !wide.isEmpty() && Collections.disjoint(wide, claims.roles()))
                .filter(claims -> isForbidden(operation.orElseThrow(), outcome))
                .map(claims -> Outcome.unfitToken(
                        TokenKind.SOUND,
                        "holds " + (claims.roles().isEmpty() ? "no role" : String.join(", ", claims.roles()))
                                + " and not " + String.join(", ", wide) + ", and was answered 403; use one with it"));
    }

    /** Returns whether an outcome rests on a 403, and the operation's sound request got no more. */
    private boolean isForbidden(Operation operation, Outcome outcome) {
        return outcome.exchanges().stream().anyMatch(Excuses::isForbidden)
                && isForbidden(conversation.sound(
                        operation, conversation.requests().examples(operation).get(0)));
    }

    private static boolean isForbidden(Exchange exchange) {
        return exchange.response()
                .filter(response -> response.status() == FORBIDDEN)
                .isPresent();
    }
}
