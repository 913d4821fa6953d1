package dev.tick.reference.todaysecond;

/** What servers of today's edition may do differently and still be sound. */
public enum TodayStyle {
    /** As the pages have it: 204 for a delete, 400 for a whole import with a bad item, every property, null where unset. */
    PLAIN,
    /**
     * As recorded elsewhere: 200 without a body for a delete, a result for each bad item of an import, properties that are
     * unset left out, {@code BadRequest} for every 400, small pages, timestamps of whole seconds.
     */
    TERSE
}
