package dev.tick.conformance.exploration;

/**
 * The plan of what a run explores.
 *
 * @param size how far
 * @param seed from which the sequences follow; the same seed gives the same requests, but for the run's id
 */
public record ExplorationPlan(ExplorationSize size, long seed) {
    /** The seed of a run that names none. */
    public static final long DEFAULT_SEED = 16;

    /** Returns the standard exploration. */
    public static ExplorationPlan standard() {
        return new ExplorationPlan(ExplorationSize.standard(), DEFAULT_SEED);
    }

    /** Returns no exploration. */
    public static ExplorationPlan none() {
        return new ExplorationPlan(ExplorationSize.none(), DEFAULT_SEED);
    }
}
