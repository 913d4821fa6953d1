package dev.tick.stub.quota;

import java.time.Duration;

/** Times as headers tell them to clients. */
public final class WholeSeconds {
    private WholeSeconds() {}

    /** Returns a time in whole seconds, never less than it. */
    public static long of(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
