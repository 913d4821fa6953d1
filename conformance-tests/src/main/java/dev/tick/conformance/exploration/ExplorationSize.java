package dev.tick.conformance.exploration;

/**
 * The size of an exploration.
 *
 * @param requests how many requests it may send; 0 for none
 */
public record ExplorationSize(int requests) {
    private static final int STANDARD = 90;
    private static final int SHORT = 30;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public ExplorationSize {
        if (requests < 0) {
            throw new IllegalArgumentException("explore: expected a number of requests from 0 on, got " + requests);
        }
    }

    /** Returns no exploration. */
    public static ExplorationSize none() {
        return new ExplorationSize(0);
    }

    /** Returns the size of a full run's exploration: what a minute of the documented quota allows, with room for retries. */
    public static ExplorationSize standard() {
        return new ExplorationSize(STANDARD);
    }

    /** Returns the size of an exploration where each request costs time and quota: enough to meet every operation a few times. */
    public static ExplorationSize brief() {
        return new ExplorationSize(SHORT);
    }
}
