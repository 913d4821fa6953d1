package dev.tick.spec.contract;

/** A value that the server sets ({@code x-tick-server-value}). */
public enum ServerValue {
    /** The number under which it keeps the entity, as a decimal text. */
    NUMBER,
    /** The instant of the creation, in UTC. */
    TIME,
    /** Who created it: the id of the calling application, or the name of the user. */
    CALLER,
    /** The kind of the creator: the first of the property's examples for an application, the second for a user. */
    CALLER_KIND,
    /** The instant of the last update, in UTC. */
    UPDATE_TIME,
    /** Who updated it last; null before the first update. */
    UPDATER,
    /** The URL of the OData metadata. */
    CONTEXT
}
