package dev.tick.conformance.conduct;

import java.time.Duration;

/**
 * A number of requests that a target takes in each window of time.
 *
 * @param requests at least 1
 * @param window longer than nothing
 */
public record Rate(int requests, Duration window) {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Checks the numbers. */
    public Rate {
        if (requests < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException(
                    "a rate is at least one request in some time, not " + requests + " in " + window);
        }
    }

    /** Returns the rate that the vendor documents: 100 requests a minute. */
    public static Rate documented() {
        return new Rate(100, Duration.ofMinutes(1));
    }

    static Rate unlimited() {
        return new Rate(Integer.MAX_VALUE, Duration.ofSeconds(1));
    }

    /** Returns the minutes that this rate alone makes so many requests last, rounded up; 0 where they fit into one window. */
    public int minutes(int count) {
        long milliseconds = (count - 1L) / requests * window.toMillis();
        return Math.toIntExact((milliseconds + MINUTE - 1) / MINUTE);
    }

    /** Returns whether anything is to be waited for. */
    public boolean isLimited() {
        return !equals(unlimited());
    }
}
