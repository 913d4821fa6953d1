package dev.tick.conformance.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A call of the token endpoint, as the journal has it; no secret is in it.
 *
 * @param number counts the calls of a scenario, those of the service among them
 * @param time when it came
 * @param manner what was asked for, and how; two calls of the same manner asked for the same
 * @param status of the answer; empty where it did not come whole
 * @param problem why there was no token, in words; empty where there was one
 * @param told how long the answer told the client to wait; empty where it did not
 * @param step the step of the scenario that it met, as it was written; empty for none
 */
public record ClientTokenCall(
        long number,
        Instant time,
        String manner,
        Optional<Integer> status,
        Optional<String> problem,
        Optional<Duration> told,
        Optional<String> step) {
    private static final int FIRST_ERROR = 400;

    /** Returns whether a token came whole. */
    boolean succeeded() {
        return status.filter(got -> got < FIRST_ERROR).isPresent();
    }

    /** Returns whether it got this status. */
    boolean got(int asked) {
        return status.filter(got -> got == asked).isPresent();
    }
}
