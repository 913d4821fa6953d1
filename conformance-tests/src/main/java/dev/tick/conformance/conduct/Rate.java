package dev.tick.conformance.conduct;

import java.time.Duration;

/**
 * A number of requests within a window of time.
 *
 * @param requests at least 1
 * @param window longer than nothing
 */
public record Rate(int requests, Duration window) {
    /** Checks the numbers. */
    public Rate {
        if (requests < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("no rate: " + requests + " in " + window);
        }
    }
}
