package dev.tick.reference.firstthird;

/** The bearer tokens that the reference server hands out. */
public enum FirstThirdToken {
    /** The application that every operation serves. */
    SOUND,
    /** The same application, an hour too late. */
    EXPIRED,
    /** The same application, without any role. */
    WITHOUT_ROLE,
    /** A signed-in user with the documented scope. */
    DELEGATED,
    /** A signed-in user with another scope. */
    DELEGATED_WITHOUT_SCOPE,
    /** A second application with the documented role. */
    OTHER_APPLICATION,
    /** A third application whose only role is the tenant-wide one of later editions. */
    TENANT_WIDE,
    /** A token that was issued for another API. */
    OTHER_AUDIENCE
}
