package dev.tick.conformance.settings;

/** The parts of results that are masked ({@code -Dshare}). */
public enum Redaction {
    /** Secrets only: for those who run the target. */
    PRIVATE,
    /** Secrets, and what identifies the owner of the target: for others as well. */
    MASKED
}
