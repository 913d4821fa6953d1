package dev.tick.spec.contract;

/** The rule for another value of a property in a second submit ({@code x-tick-resubmit}). */
public enum ResubmitRule {
    /** The second submit is refused. */
    CONFLICT,
    /** The second submit makes another entity of the same identity. */
    ANOTHER,
    /** The first value stays. */
    KEPT
}
