package dev.tick.conformance.settings;

/** The work that a user asks for. */
public enum Task {
    /** Verify a target against a contract. */
    VERIFY,
    /** Show the requests of a run; none of them is sent. */
    PLAN,
    /** Describe what is checked of a contract; no request is sent ({@code target=none}). */
    COVERAGE
}
