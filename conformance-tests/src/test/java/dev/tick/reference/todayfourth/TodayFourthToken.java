package dev.tick.reference.todayfourth;

/** The tokens that this server hands out to its testers. */
public enum TodayFourthToken {
    /** An application with plain {@code Ti.ReadWrite}: it sees what it submitted. */
    SOUND,
    /** The same application, an hour too late. */
    EXPIRED,
    /** An application whose roles do not concern indicators. */
    WITHOUT_ROLE,
    /** A signed-in user with the documented scope, through the application of {@link #SOUND}. */
    DELEGATED,
    /** A signed-in user with another scope. */
    DELEGATED_WITHOUT_SCOPE,
    /** A second application with plain {@code Ti.ReadWrite}. */
    OTHER_APPLICATION,
    /** A third application, with {@code Ti.ReadWrite.All}. */
    TENANT_WIDE,
    /** A token with the role, issued for another service. */
    OTHER_AUDIENCE
}
