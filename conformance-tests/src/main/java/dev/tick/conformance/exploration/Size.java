package dev.tick.conformance.exploration;

/**
 * How far a run explores.
 *
 * @param requests how many requests it may send; 0 for none
 */
public record Size(int requests) {
    private static final int STANDARD = 90;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Size {
        if (requests < 0) {
            throw new IllegalArgumentException("explore: expected a number of requests from 0 on, got " + requests);
        }
    }

    /** Returns no exploration. */
    public static Size none() {
        return new Size(0);
    }

    /** Returns the size of a full run's exploration: what a minute of the documented quota allows, with room for retries. */
    public static Size standard() {
        return new Size(STANDARD);
    }
}
