package dev.tick.conformance.sample;

/** Whether a target holds a value already. */
public enum Presence {
    FREE,
    TAKEN,
    /** The target has no list, or gave none. */
    UNKNOWN
}
