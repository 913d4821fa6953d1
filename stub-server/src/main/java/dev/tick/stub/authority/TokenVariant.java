package dev.tick.stub.authority;

/** A token as it should be, or with one flaw. */
public enum TokenVariant {
    SOUND,
    /** Lived until an hour ago. */
    EXPIRED,
    /** Names no role. */
    WITHOUT_ROLE,
    /** Of a signed-in user: {@code scp} beside the roles, so that nothing else is wrong with it. */
    DELEGATED,
    /** Of a signed-in user, with a scope of another API's: what such a user may do is nothing here. */
    DELEGATED_WITHOUT_SCOPE,
    /** Meant for another API. */
    OTHER_AUDIENCE
}
