package dev.tick.reference.first;

/** The one thing a {@link SubmitServer} does wrong. */
public enum SubmitFault {
    /** Nothing is broken: the server is sound. */
    NONE,
    /** A created indicator is answered with 200 instead of 201. */
    STATUS_200_INSTEAD_OF_201,
    /** A submitted title comes back as another text. */
    TITLE_NOT_ECHOED,
    /** A submitted expirationTime comes back one hour later. */
    EXPIRATION_SHIFTED,
    /** A body without an action is accepted. */
    ACTION_NOT_REQUIRED,
    /** Any text is accepted as an indicatorType, and the indicator of an unknown type is not checked. */
    UNKNOWN_TYPE_ACCEPTED,
    /** Any text is accepted as a severity. */
    UNKNOWN_SEVERITY_ACCEPTED,
    /** An expirationTime that is no date-time is accepted and echoed. */
    MALFORMED_EXPIRATION_ACCEPTED,
    /** A file hash of any length is accepted, as long as it is hexadecimal. */
    SHORT_HASH_ACCEPTED,
    /** No token is asked for, and none is looked at. */
    TOKEN_IGNORED,
    /** A token without the required role is accepted. */
    ROLE_IGNORED,
    /** A signed-in user's token is accepted. */
    DELEGATED_TOKEN_ACCEPTED,
    /** Errors have the right status, but a body without the error envelope. */
    ERRORS_WITHOUT_ENVELOPE
}
