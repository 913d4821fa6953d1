package dev.tick.spec.contract;

/** What becomes of another value for a property when an entity is submitted again ({@code x-tick-resubmit}). */
public enum Again {
    /** The second submit is refused. */
    CONFLICT,
    /** The first value stays. */
    KEPT
}
