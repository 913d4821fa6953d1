package dev.tick.conformance.sample;

/** The availability of a value on a target. */
public enum Availability {
    FREE,
    TAKEN,
    /** The target has no list, or gave none. */
    UNKNOWN
}
