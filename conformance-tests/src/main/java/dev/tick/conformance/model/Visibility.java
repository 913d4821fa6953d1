package dev.tick.conformance.model;

/** Whose entities a caller reaches. */
public enum Visibility {
    /** Those of its application. */
    OWN,
    /** Those of every application of the tenant. */
    ALL,
    /** Nothing tells: its token cannot be read, or no page says. */
    UNKNOWN
}
