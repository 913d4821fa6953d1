package dev.tick.conformance.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entities of a sequence of requests, by their identity. Not thread-safe. */
final class Entities {
    private final Map<String, Entity> known = new LinkedHashMap<>();

    Collection<Entity> all() {
        return known.values();
    }

    Optional<Entity> find(String identity) {
        return Optional.ofNullable(known.get(identity));
    }

    /** Returns the entity of an identity; a new one is the caller's. */
    Entity of(String identity, Principal caller) {
        return known.computeIfAbsent(identity, key -> new Entity(key, caller));
    }
}
