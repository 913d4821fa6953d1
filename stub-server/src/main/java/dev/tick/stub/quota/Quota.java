package dev.tick.stub.quota;

import java.time.Duration;

/**
 * A limit on the calls of an application in a time window.
 *
 * @param calls at least 1
 * @param window the length of the window, which begins with its first call
 */
public record Quota(int calls, Duration window) {
    /** Checks both. */
    public Quota {
        if (calls < 1) {
            throw new IllegalArgumentException("quota: expected at least 1 call, got " + calls);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("quota: expected a window longer than nothing, got " + window);
        }
    }
}
