package dev.tick.conformance.verdict;

/** The failures that fail the build ({@code -Dfail.on}). */
public enum FailOn {
    /** Broken MUSTs. */
    MUST,
    /** Broken SHOULDs as well. */
    SHOULD,
    /** Broken MUSTs that the baseline did not have, and whatever leaves the run inconclusive. */
    NEW
}
