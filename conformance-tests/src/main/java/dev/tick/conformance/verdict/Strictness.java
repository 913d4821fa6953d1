package dev.tick.conformance.verdict;

/** What untested MUSTs do to the build ({@code -Dstrict}). */
public enum Strictness {
    /** They are counted and shown. */
    SHOW_UNTESTED,
    /** They fail the build. */
    FAIL_UNTESTED
}
