package dev.tick.reference.first;

/** The one thing an {@link IndicatorServer} does wrong. */
public enum IndicatorFault {
    /** Nothing is wrong: the server is sound. */
    NONE,
    /** Characters beyond the basic plane come back as question marks in recommendedActions. */
    ASTRAL_CHARACTERS_LOST,
    /** A title of decomposed characters comes back composed (Unicode form NFC). */
    TITLE_COMPOSED,
    /** White space around a description is cut off. */
    DESCRIPTION_TRIMMED,
    /** Of recommendedActions, only the first 255 characters come back. */
    LONG_ACTIONS_CUT,
    /** An IPv6 address comes back written out, not as it was sent. */
    IPV6_REWRITTEN,
    /** An expirationTime with an offset comes back with the same wall clock, but marked Z. */
    OFFSET_DROPPED,
    /** The creationTimeDateTimeUtc is a local time, two hours ahead, marked Z. */
    CREATION_TIME_LOCAL,
    /** The list is given to an expired token, too. */
    EXPIRED_TOKEN_LISTS,
    /** The scheme of the Authorization header is known as "Bearer" only, and not as "bearer". */
    SCHEME_CASE_SENSITIVE,
    /** A number is accepted as severity, and taken as the position of a word. */
    SEVERITY_BY_NUMBER,
    /** A submission that is answered with 409 changes the indicator all the same. */
    CONFLICT_OVERWRITES,
    /** An indicator that is submitted again is updated, but the answer shows it as it was before. */
    UPDATE_ANSWER_CANNED,
    /** The Allow header of a 405 is the same for every path, and names methods that get a 405 there. */
    ALLOW_NAMES_EVERYTHING,
    /** The text of an error is written in ISO-8859-1, and so is no UTF-8 where it cites another letter than ASCII's. */
    LATIN_ERRORS,
    /** The message of a PATCH's 400 is empty. */
    PATCH_REASON_MISSING,
    /** A list with a query holds the indicators of all applications. */
    LIST_QUERY_CROSSES_APPLICATIONS,
    /** The list shows an indicator as it was before it was patched. */
    LIST_STALE_AFTER_PATCH,
    /** A plus sign in the path is read as a space. */
    PLUS_READ_AS_SPACE,
    /** A PATCH without expirationTime removes it. */
    PATCH_CLEARS_EXPIRATION,
    /** Only the thirty indicators submitted last are kept. */
    OLDEST_FORGOTTEN
}
