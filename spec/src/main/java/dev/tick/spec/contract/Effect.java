package dev.tick.spec.contract;

/** The effect of an operation on the resource ({@code x-tick-effect}). */
public enum Effect {
    CREATE,
    /** Creates or updates each of a list. */
    CREATE_MANY,
    LIST,
    READ,
    CHANGE,
    REMOVE,
    /** Removes each of a list. */
    REMOVE_MANY
}
