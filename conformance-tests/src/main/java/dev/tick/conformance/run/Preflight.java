package dev.tick.conformance.run;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.http.Exchange;
import java.time.Instant;
import java.util.Optional;

/** The first contact with a target, which decides whether a run makes sense. */
final class Preflight {
    private Preflight() {}

    /** Sends the first sound submit; returns why a run makes no sense, or empty if it does. */
    static Optional<String> of(Target target, Conversation conversation) {
        Optional<String> flaw = new TokenFitness(target, conversation.contract().tokens(), Instant.MIN)
                .flaw(TokenKind.SOUND)
                .map(reason -> TokenKind.SOUND.variable() + " " + reason + "; use one of your application");
        if (flaw.isPresent()) {
            return flaw;
        }
        try {
            return unreachable(target, conversation.reach());
        } catch (QuotaException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> unreachable(Target target, Exchange first) {
        String tried = first.request().method() + " " + target.baseUrl()
                + first.request().url();
        if (first.response().isEmpty()) {
            return Optional.of(
                    "tried " + tried + ": " + first.failure() + "; is the target up, and is its base URL right?");
        }
        int status = first.response().get().status();
        return switch (status) {
            case 404, 405 ->
                Optional.of("tried " + tried + ": answered " + status
                        + ", so the contract's path is not there; does the base URL need a path prefix?");
            case 401, 403 ->
                Optional.of("tried " + tried + ": answered " + status
                        + ", so the target does not accept TICK_TOKEN; is it expired, or without the role?");
            default -> Optional.empty();
        };
    }
}
