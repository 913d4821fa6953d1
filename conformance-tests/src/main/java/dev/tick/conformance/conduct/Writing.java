package dev.tick.conformance.conduct;

/** The leave to change what a target holds. */
public enum Writing {
    ALLOWED,
    /** Nothing but GET leaves; what needs more is not tested. */
    READ_ONLY
}
