package dev.tick.conformance.deviation;

/** The status of a listed deviation after a run. */
public enum DeviationStatus {
    /** It fails as listed, and is waived. */
    WAIVES,
    /** Nothing of it fails any more: its entry is to be removed. */
    STALE,
    /** Its last day has passed: it waives nothing, and its entry is to be renewed or removed. */
    EXPIRED,
    /** It could not be tested, so nothing is known. */
    UNTESTED
}
