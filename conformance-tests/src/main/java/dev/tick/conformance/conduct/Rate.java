package dev.tick.conformance.conduct;

import java.time.Duration;

/**
 * A number of requests that a target takes in each window of time.
 *
 * @param requests at least 1
 * @param window longer than nothing
 */
public record Rate(int requests, Duration window) {
    /** Of a window's requests, the share that may leave at once. */
    private static final int BURST = 10;

    /** Of a window's requests, the share that is left unused: on the way, two may come nearer to each other. */
    private static final int SPARE = 50;

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

    /** Returns how many requests may leave at once. */
    int burst() {
        return Math.max(1, requests / BURST);
    }

    /** Returns how many more may leave in a window: so no window has more than its number, wherever it begins. */
    int steady() {
        return Math.max(1, requests - burst() - requests / SPARE);
    }

    /** Returns whether anything is to be waited for. */
    public boolean isLimited() {
        return !equals(unlimited());
    }
}
