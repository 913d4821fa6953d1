package dev.tick.conformance.sample;

/** The time that lies between a run and the ends of what it submits. */
public enum Horizon {
    /** Two days, and nothing without an end: nobody can remove what stays. */
    BOUND,
    /** Two days, or without an end as an example is: what a run does not come to remove is gone soon. */
    NEAR,
    /** Any: nobody is troubled by what stays. */
    FAR
}
