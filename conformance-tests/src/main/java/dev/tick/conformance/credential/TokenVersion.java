package dev.tick.conformance.credential;

/** The version of an authority's token endpoint. */
public enum TokenVersion {
    /** Asked for a resource. */
    V1,
    /** Asked for a scope. */
    V2
}
