package dev.tick.conformance.conduct;

/** The permission of a run to change what a target holds. */
public enum Writing {
    /** Everything that a check asks for is sent. */
    ALLOWED,
    /** Nothing is sent that creates, changes or removes. */
    READ_ONLY
}
