package dev.tick.reference.first;

import java.util.Map;

/** What servers of this API may do differently and still be sound. */
interface ResponseStyle {

    Tolerance tolerance();

    /** The status that answers the problem. */
    int status(Problem problem);

    /** The error code that answers the problem. */
    String code(Problem problem);

    /** The WWW-Authenticate header of a 401. */
    String challenge();

    /** The indicator as JSON, without its context. */
    Map<String, Object> entity(Indicator indicator);

    /** What becomes of a request that the documentation neither allows nor forbids. */
    enum Tolerance {
        /**
         * It is refused: an expirationTime in the past, another case in an enum, a change of a read-only property.
         * A submission that updates replaces the whole indicator.
         */
        STRICT,
        /**
         * It is accepted: a past expirationTime is stored, the case of an enum corrected, a read-only property left
         * alone. A submission that updates changes only what it names.
         */
        LENIENT
    }
}
