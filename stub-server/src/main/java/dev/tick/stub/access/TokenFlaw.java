package dev.tick.stub.access;

/** Flaws of the {@code Authorization} header, in the order in which they are looked for. */
public enum TokenFlaw {
    /** There is no header. */
    MISSING,
    /** Another scheme than Bearer. */
    OTHER_SCHEME,
    /** No signed JWT. */
    MALFORMED,
    /** Says itself that nobody signed it. */
    UNSIGNED,
    /** Another signature or algorithm than the authority's. */
    TAMPERED,
    /** Its life is over. */
    EXPIRED,
    /** Its life has not begun. */
    NOT_YET_VALID,
    /** Meant for another API. */
    OTHER_AUDIENCE,
    /** Names no application. */
    NO_APPLICATION,
    /** Names an application that the tenant does not know, or not any more. */
    UNKNOWN_APPLICATION,
    /** Of a signed-in user. */
    DELEGATED,
    /** Lacks the role. */
    WITHOUT_ROLE
}
