package dev.tick.spec.contract;

/** What a server fills a property of the entity with ({@code x-tick-filled-with}). */
public enum Filling {
    /** The instant of the creation, in UTC. */
    TIME,
    /** The id of the calling application. */
    CALLER,
    /** The URL of the OData metadata. */
    CONTEXT
}
