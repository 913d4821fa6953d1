package dev.tick.conformance.verdict;

/** The result of a case or of a requirement. The order is from best to worst. */
public enum Result {
    /** The target's declaration lacks the capability. */
    NOT_APPLICABLE,
    /** The requirement was honoured. */
    PASS,
    /** A MAY or an open question: what the target does, recorded. */
    NOTE,
    /** A prerequisite is missing; never green. */
    NOT_TESTABLE,
    /** A SHOULD was broken. */
    WARN,
    /** The kit or its setup failed, or the target was never reached; says nothing about the target. */
    ERROR,
    /** A MUST was broken. */
    FAIL
}
