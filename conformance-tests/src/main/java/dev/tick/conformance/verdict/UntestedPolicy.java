package dev.tick.conformance.verdict;

/** The effect of untested MUSTs on the build ({@code -Dstrict}). */
public enum UntestedPolicy {
    /** They are counted and shown. */
    SHOW_UNTESTED,
    /** They fail the build. */
    FAIL_UNTESTED
}
