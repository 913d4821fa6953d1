package dev.tick.conformance.settings;

/** The work that a user asks for. */
public enum Task {
    /** Verify a target against a contract. */
    VERIFY,
    /** Describe what is checked of a contract; no request is sent ({@code target=none}). */
    COVERAGE
}
