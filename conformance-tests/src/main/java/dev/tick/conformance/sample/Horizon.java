package dev.tick.conformance.sample;

/** The time that lies between a run and the ends of what it submits. */
public enum Horizon {
    /** Days: what nobody can remove is gone soon. */
    NEAR,
    /** Any: the run removes what it submits. */
    FAR
}
