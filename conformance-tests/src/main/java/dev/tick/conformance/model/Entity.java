package dev.tick.conformance.model;

import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An entity as the model knows it. Not thread-safe. */
final class Entity {
    private final String identity;
    private final Principal owner;

    /** The values that each property may show; a property that is not in it may show any. */
    private final Map<String, List<JsonNode>> allowed = new LinkedHashMap<>();

    /** The values that the server set, as it was first told. */
    private final Map<String, JsonNode> told = new LinkedHashMap<>();

    private final List<String> past = new ArrayList<>();
    private Presence presence = Presence.UNCERTAIN;
    private Origin origin = Origin.SUBMITTED;
    private Optional<Effect> removedBy = Optional.empty();
    private Optional<UpdateTime> updated = Optional.empty();

    /** The presence of an entity. */
    enum Presence {
        THERE,
        GONE,
        /** The contract leaves it open, or the target declined what would have decided it. */
        UNCERTAIN
    }

    /** The requests that can have written an entity last. */
    enum Origin {
        SUBMITTED("submitted"),
        RESUBMITTED("submitted again"),
        CHANGED("changed"),
        IMPORTED("imported"),
        IMPORTED_AGAIN("imported again");

        private final String words;

        Origin(String words) {
            this.words = words;
        }
    }

    /**
     * The time of the last update.
     *
     * @param told by the property
     * @param answered when the response was sent, by the target's clock
     */
    record UpdateTime(Instant told, Instant answered) {}

    Entity(String identity, Principal owner) {
        this.identity = identity;
        this.owner = owner;
    }

    String identity() {
        return identity;
    }

    Principal owner() {
        return owner;
    }

    Presence presence() {
        return presence;
    }

    boolean isThere() {
        return presence == Presence.THERE;
    }

    /** Returns what became of it, in words. */
    String past() {
        return past.isEmpty() ? "submitted" : String.join(", then ", past);
    }

    Origin origin() {
        return origin;
    }

    Optional<Effect> removedBy() {
        return removedBy;
    }

    Optional<UpdateTime> updated() {
        return updated;
    }

    void updated(UpdateTime time) {
        updated = Optional.of(time);
    }

    /** Records that it is there, as it was written last. */
    void written(Origin by) {
        presence = Presence.THERE;
        origin = by;
        if (!past.contains(by.words)) {
            past.add(by.words);
        }
        removedBy = Optional.empty();
    }

    /** Records that it is there no more. */
    void removed(Effect by) {
        presence = Presence.GONE;
        removedBy = Optional.of(by);
        past.add("deleted");
    }

    /** Records that nobody can tell whether it is there, or what it holds. */
    void doubted() {
        presence = Presence.UNCERTAIN;
        allowed.clear();
    }

    /** Records that an entity that was gone begins anew: what the server set for the former one is over. */
    void forgotten() {
        allowed.clear();
        told.clear();
        updated = Optional.empty();
    }

    Map<String, List<JsonNode>> allowed() {
        return allowed;
    }

    Map<String, JsonNode> told() {
        return told;
    }

    /** Returns whether a property may show a value. */
    boolean allows(String property, JsonNode value) {
        List<JsonNode> values = allowed.getOrDefault(property, List.of());
        return values.isEmpty() || values.stream().anyMatch(one -> PropertyValues.same(one, value));
    }

    /** Records the only value that a property may show; any, where null stands for what the service fills in. */
    void set(String property, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            allowed.remove(property);
        } else {
            allowed.put(property, List.of(value));
        }
    }

    /** Records that a property may show another value as well. */
    void setPerhaps(String property, JsonNode value) {
        List<JsonNode> before = allowed.getOrDefault(property, List.of());
        if (before.isEmpty() || value.isNull() || value.isMissingNode()) {
            allowed.remove(property);
        } else if (!allows(property, value)) {
            allowed.put(property, List.of(before.get(0), value));
        }
    }

    /** Returns the values that a property may show; none where it may show any. */
    List<JsonNode> values(String property) {
        List<JsonNode> values = allowed.getOrDefault(property, List.of());
        return !values.isEmpty()
                ? values
                : Optional.ofNullable(told.get(property)).stream().toList();
    }
}
