package dev.tick.spec.check;

/** A token that a request may carry in place of the sound one ({@code as}). */
public enum AlternateToken {
    /** Expired. */
    EXPIRED,
    /** Of an application without the role. */
    WITHOUT_ROLE,
    /** Of a signed-in user. */
    DELEGATED,
    /** Of a signed-in user, for this API, without the scope. */
    DELEGATED_WITHOUT_SCOPE,
    /** Of another application of the same tenant, with the role. */
    OTHER_APPLICATION,
    /** Of an application with a role that reaches what others created. */
    TENANT_WIDE,
    /** Meant for another API. */
    OTHER_AUDIENCE
}
