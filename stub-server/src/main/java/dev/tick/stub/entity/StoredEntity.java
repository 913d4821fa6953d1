package dev.tick.stub.entity;

import dev.tick.stub.access.Caller;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stored entity, under the names that all contracts share; no node of it is ever changed.
 *
 * @param key whose it is, and of what
 * @param number of which no other entity has the same
 * @param values as it is now
 * @param original as it was first submitted
 * @param end when it expires; empty for never
 */
public record StoredEntity(Key key, String number, ObjectNode values, ObjectNode original, Optional<Instant> end) {
    /**
     * The place of an entity, which others may share where a contract lets another value make another entity.
     *
     * @param owner the id of the application that created it
     * @param identity what was submitted
     */
    public record Key(String owner, String identity) {}

    /** Creates an entity of what a caller submits. */
    public static StoredEntity created(
            EntityMapping mapping, Caller caller, JsonNode submitted, String number, Instant now) {
        ObjectNode values = mapping.created(submitted, number, caller, now);
        Key key = new Key(caller.application(), mapping.identity(submitted));
        return new StoredEntity(key, number, values, values, end(mapping, values, now));
    }

    /** Tells whether a submit of its identity is about this entity, and does not make another one beside it. */
    public boolean isUpdatedBy(EntityMapping mapping, JsonNode submitted) {
        return mapping.isUpdatedBy(values, submitted);
    }

    /** Returns the property that a resubmit may not change and does; empty when there is none. */
    public Optional<String> conflict(EntityMapping mapping, JsonNode submitted) {
        return mapping.conflict(values, submitted);
    }

    /** Applies a resubmit; the values that the server set stay. */
    public StoredEntity resubmitted(EntityMapping mapping, Caller caller, JsonNode submitted, Instant now) {
        return with(mapping, mapping.updated(values, submitted, caller, now), now);
    }

    /** Applies a change of the changeable properties that are given; every other stays. */
    public StoredEntity changed(EntityMapping mapping, Caller caller, JsonNode change, Instant now) {
        return with(mapping, mapping.changed(values, change, caller, now), now);
    }

    /** Returns what shows exactly this, whatever the rules say; for faults. */
    public StoredEntity forced(EntityMapping mapping, ObjectNode shown, Instant now) {
        return with(mapping, mapping.forced(values, shown), now);
    }

    /** Tells whether a caller may see, change and remove it. */
    public boolean isVisibleTo(Caller caller) {
        return switch (caller.visibility()) {
            case OWN -> key.owner().equals(caller.application());
            case TENANT -> true;
        };
    }

    private StoredEntity with(EntityMapping mapping, ObjectNode changed, Instant now) {
        return new StoredEntity(key, number, changed, original, end(mapping, changed, now));
    }

    /** An entity created already expired, possible only under a fault, never expires, so that a check can find it. */
    private static Optional<Instant> end(EntityMapping mapping, ObjectNode values, Instant now) {
        return mapping.expiration(values).filter(now::isBefore);
    }
}
