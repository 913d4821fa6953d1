package dev.tick.conformance.conduct;

/**
 * The conduct of a run towards its target.
 *
 * @param rate how fast it sends
 * @param budget how many requests it sends at most; those that clean up do not count
 * @param writing whether it may write
 */
public record Conduct(Rate rate, int budget, Writing writing) {
    /** More than the largest run of today sends. */
    private static final int USUAL_BUDGET = 1500;

    /** Checks the budget. */
    public Conduct {
        if (budget < 1) {
            throw new IllegalArgumentException("a budget is at least one request, not " + budget);
        }
    }

    /** Returns the conduct towards a server that is ours, such as the stub: no pace, no budget, no stop on a burst of failures. */
    public static Conduct ofOwn() {
        return new Conduct(Rate.unlimited(), Integer.MAX_VALUE, Writing.ALLOWED);
    }

    /** Returns the conduct towards a server of somebody else. */
    public static Conduct ofForeign() {
        return new Conduct(Rate.documented(), USUAL_BUDGET, Writing.ALLOWED);
    }
}
