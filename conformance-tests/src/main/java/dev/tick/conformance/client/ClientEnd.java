package dev.tick.conformance.client;

import java.util.Optional;

/**
 * The end of a client's work.
 *
 * @param exitCode empty where it did not end by itself within its deadline
 * @param output the last of what it printed
 */
public record ClientEnd(Optional<Integer> exitCode, String output) {
    /** Returns the end of a client that did all, as it says. */
    public static ClientEnd ofSuccess() {
        return new ClientEnd(Optional.of(0), "");
    }
}
