package dev.tick.conformance.conduct;

import java.time.Duration;

/**
 * The conduct of a run towards its target.
 *
 * @param rate the pace that is kept
 * @param budget the most requests of a run
 * @param writing whether the target's holdings may be changed
 */
public record Conduct(Rate rate, int budget, Writing writing) {
    /** Checks the budget. */
    public Conduct {
        if (budget < 1) {
            throw new IllegalArgumentException("no budget: " + budget);
        }
    }

    /** Returns the conduct towards a stub or a server on this machine: neither pace nor budget. */
    public static Conduct ofOwn() {
        return new Conduct(
                new Rate(Integer.MAX_VALUE, Duration.ofMinutes(1)), Integer.MAX_VALUE, Writing.ALLOWED);
    }
}
