package dev.tick.stub.behaviour;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entities in memory, of which each application sees its own alone (the list page says so; reading and changing
 * follow it). Safe for use by many threads.
 */
public final class OwnEntities {
    private final EntityShape shape;
    private final Clock clock;
    private final Map<String, Map<String, ObjectNode>> entities = new HashMap<>();
    private final Map<String, Map<String, ObjectNode>> originals = new HashMap<>();

    /** Holds nothing yet. */
    public OwnEntities(EntityShape shape, Clock clock) {
        this.shape = shape;
        this.clock = clock;
    }

    /**
     * Creates the entity; submitted again, it is updated and keeps what the server filled in (the family's later edition says
     * so), unless a property differs that only the first submit decides.
     */
    public synchronized Outcome submit(String caller, JsonNode submitted) {
        ObjectNode entity = shape.created(submitted, caller, clock.instant());
        String identity = shape.identity(submitted);
        Optional<ObjectNode> existing = find(caller, identity);
        Optional<String> conflict = existing.flatMap(before -> shape.fixed().stream()
                .filter(name -> !before.path(name).equals(entity.path(name)))
                .findFirst());
        if (conflict.isPresent()) {
            return new Outcome.Conflict(identity, conflict.get());
        }
        existing.ifPresent(before -> shape.filled().forEach(name -> entity.set(name, before.path(name))));
        of(caller).put(identity, entity);
        originals.computeIfAbsent(caller, key -> new LinkedHashMap<>()).putIfAbsent(identity, entity.deepCopy());
        return new Outcome.Done(entity.deepCopy());
    }

    /** Lists what the caller submitted. */
    public synchronized Outcome list(String caller) {
        List<ObjectNode> own =
                of(caller).values().stream().map(ObjectNode::deepCopy).toList();
        return new Outcome.Listed(own);
    }

    /** Reads what the caller submitted. */
    public synchronized Outcome read(String caller, String identity) {
        return find(caller, identity)
                .<Outcome>map(entity -> new Outcome.Done(entity.deepCopy()))
                .orElse(new Outcome.Absent(identity));
    }

    /** Changes the changeable properties that are given and keeps every other. */
    public synchronized Outcome change(String caller, String identity, JsonNode change) {
        Optional<ObjectNode> entity = find(caller, identity);
        entity.ifPresent(existing ->
                shape.changeable().stream().filter(change::has).forEach(name -> existing.set(name, change.path(name))));
        return read(caller, identity);
    }

    /** Lists what every application submitted: what no sound service does. */
    public synchronized Outcome listOfAll() {
        return new Outcome.Listed(entities.values().stream()
                .flatMap(own -> own.values().stream())
                .map(ObjectNode::deepCopy)
                .toList());
    }

    /** Lists what the caller submitted, as it was at first: what no sound service does once it was changed. */
    public synchronized Outcome listOfOriginals(String caller) {
        return new Outcome.Listed(originals.getOrDefault(caller, Map.of()).values().stream()
                .map(ObjectNode::deepCopy)
                .toList());
    }

    /** Puts this in place of the caller's entity of that identity, whatever the rules say. */
    public synchronized void force(String caller, String identity, ObjectNode entity) {
        of(caller).put(identity, entity.deepCopy());
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entities.clear();
        originals.clear();
    }

    private Optional<ObjectNode> find(String caller, String identity) {
        return Optional.ofNullable(of(caller).get(identity));
    }

    private Map<String, ObjectNode> of(String caller) {
        return entities.computeIfAbsent(caller, key -> new LinkedHashMap<>());
    }
}
