package dev.tick.reference.todaythird;

/** The tokens that the server's own sign-in can hand out. */
public enum TodayThirdToken {
    /** An application with {@code Ti.ReadWrite}: it owns what it submits. */
    SOUND,
    /** The same application, an hour too late. */
    EXPIRED,
    /** The same application without any role of this API. */
    WITHOUT_ROLE,
    /** A signed-in user with the scope {@code Ti.ReadWrite}, through the same application. */
    DELEGATED,
    /** A signed-in user with other scopes only. */
    DELEGATED_WITHOUT_SCOPE,
    /** A second application with {@code Ti.ReadWrite}. */
    OTHER_APPLICATION,
    /** A third application with {@code Ti.ReadWrite.All}. */
    TENANT_WIDE,
    /** A sound token that was issued for another API. */
    OTHER_AUDIENCE
}
