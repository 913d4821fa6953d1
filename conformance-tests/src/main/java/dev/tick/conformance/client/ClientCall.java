package dev.tick.conformance.client;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.validation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call of the service, as the journal has it.
 *
 * @param number counts the calls of a scenario, those of the token endpoint among them
 * @param time when it came
 * @param operation the operation that it asked for; empty for none
 * @param exchange without secrets
 * @param violations of the contract in the request
 * @param tokenFlaw what is wrong with its token; empty where nothing is, or the scenario said so
 * @param delivery whether the answer came whole
 * @param step the step of the scenario that it met, as it was written; empty for none
 */
public record ClientCall(
        long number,
        Instant time,
        Optional<String> operation,
        Exchange exchange,
        List<Violation> violations,
        Optional<String> tokenFlaw,
        Delivery delivery,
        Optional<String> step) {
    /** Ways in which an answer came. */
    public enum Delivery {
        WHOLE,
        LOST
    }

    private static final int FAMILY = 100;
    private static final int SUCCESS = 2;

    /** Copies the violations. */
    public ClientCall {
        violations = List.copyOf(violations);
    }

    /** Returns the status of the answer; empty where it did not come whole. */
    public Optional<Integer> status() {
        return delivery == Delivery.LOST
                ? Optional.empty()
                : exchange.response().map(response -> response.status());
    }

    /** Returns whether a 2xx came whole. */
    public boolean succeeded() {
        return status().filter(status -> status / FAMILY == SUCCESS).isPresent();
    }
}
