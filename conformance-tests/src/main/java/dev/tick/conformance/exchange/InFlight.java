package dev.tick.conformance.exchange;

import java.time.Duration;

/**
 * The number of requests that may be in flight together.
 *
 * @param most at once; 1 for one after the other
 * @param slow how long a target takes at least for each response before they go together: on a quicker one it gains nothing
 */
public record InFlight(int most, Duration slow) {
    /** Enough for a target that answers after 300 ms to be judged in a third of the time; few for any server. */
    public static final int DEFAULT = 8;

    /** Below it a run of 500 requests takes 25 s, one after the other. */
    private static final Duration SLOW = Duration.ofMillis(50);

    /** Checks the number. */
    public InFlight {
        if (most < 1) {
            throw new IllegalArgumentException("at least one request is in flight, not " + most);
        }
    }

    /** Returns the rule for as many requests at once on a slow target, and one on a quick target. */
    public static InFlight upTo(int most) {
        return new InFlight(most, SLOW);
    }

    /** Returns how many may go together on a target whose quickest response took this long. */
    int on(Duration quickest) {
        return quickest.compareTo(slow) < 0 ? 1 : most;
    }
}
