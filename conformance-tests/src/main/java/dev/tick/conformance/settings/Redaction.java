package dev.tick.conformance.settings;

/** Whom the results are for ({@code -Dshare}). */
public enum Redaction {
    /** Those who run the target. */
    PRIVATE,
    /** Others as well: what tells whose the target is has been masked. */
    MASKED
}
