package dev.tick.reference.firstsecond;

/** The tokens that the reference server issues for a trial. */
public enum FirstSecondToken {
    /** An application's token with the role that every operation needs. */
    SOUND,
    /** The same application's token, an hour too old. */
    EXPIRED,
    /** The same application, with a role of another API area only. */
    WITHOUT_ROLE,
    /** A signed-in user's token with the documented scope, through the same application. */
    DELEGATED,
    /** A signed-in user's token with another scope. */
    DELEGATED_WITHOUT_SCOPE,
    /** A second application with the role. */
    OTHER_APPLICATION,
    /** A third application with the role that later editions call tenant-wide. */
    TENANT_WIDE,
    /** A sound token, but for another API. */
    OTHER_AUDIENCE
}
