package dev.tick.reference.today;

/** Two manners of one API; the facts allow both. */
public enum Style {
    /** The documented answers, every property present, whole error codes. */
    PLAIN,

    /**
     * The recorded answers: 200 to a delete, invalid items reported one by one inside a 200, no nulls, one code for every 400,
     * pages of three at most, the server's own times in whole seconds, chunked, and no OData-Version.
     */
    STYLED
}
