package dev.tick.reference.todaysecond;

/** One thing that a server of today's edition does wrong. */
public enum TodaySecondFault {
    NONE,
    /** It says that it deleted, and did not. */
    DELETE_FORGETS,
    /** A delete of what is not there is answered with 204. */
    DELETE_OF_NOTHING_SUCCEEDS,
    /** The last of an import is told to be taken, and is not. */
    IMPORT_LOSES_THE_LAST,
    /** More than 500 are imported. */
    IMPORT_WITHOUT_LIMIT,
    /** A list is cut, and does not say so. */
    NEXT_LINK_MISSING,
    /** A second submit makes a second entity. */
    UPDATE_DUPLICATES,
    /** A second submit changes the application. */
    UPDATE_CHANGES_APPLICATION,
    /** A second submit does not change the severity. */
    UPDATE_KEEPS_SEVERITY,
    /** A filter by action is ignored. */
    ACTION_FILTER_IGNORED,
    /** Times are compared as texts of another offset. */
    TIME_FILTER_IGNORED,
    /** An audit needs no alert. */
    AUDIT_WITHOUT_ALERT,
    /** Of several, the first alone is deleted. */
    BATCH_DELETES_THE_FIRST,
    /** Of several, those that are there are deleted when one is not. */
    BATCH_IGNORES_UNKNOWN,
    /** The list holds what others created. */
    LIST_SHOWS_OTHERS,
    /** An application deletes what others created. */
    DELETE_REACHES_OTHERS,
    /** A role that reaches all sees its own alone. */
    ALL_SEES_OWN,
    /** A user cannot import. */
    USER_CANNOT_IMPORT,
    /** A user can delete. */
    USER_CAN_DELETE,
    /** Networks are taken as addresses. */
    CIDR_ACCEPTED,
    /** The order of group names is lost. */
    GROUPS_SORTED,
    /** A boolean comes back as a text. */
    ALERT_AS_TEXT,
    /** An import names the number of another entity. */
    IMPORT_NUMBERS_WRONG,
    /** {@code $top} is ignored. */
    TOP_IGNORED,
    /** {@code $skip} is ignored. */
    SKIP_IGNORED
}
