package dev.tick.stub.behaviour;

import dev.tick.stub.odata.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entities in memory, of which each application sees its own alone (the list page says so; reading and changing
 * follow it). What has expired is gone before anybody looks. Safe for use by many threads.
 */
public final class OwnEntities {
    private final EntityShape shape;
    private final Clock clock;
    private final int capacity;
    private final Map<String, Map<String, Held>> entities = new HashMap<>();

    /** One for each entity that expires, so that removing the expired looks at nothing else. */
    private final TreeSet<Held.End> ends = new TreeSet<>();

    private int size;

    /**
     * Holds nothing yet.
     *
     * @param capacity how many entities there may be, of all applications
     */
    public OwnEntities(EntityShape shape, Clock clock, int capacity) {
        this.shape = shape;
        this.clock = clock;
        this.capacity = capacity;
    }

    /**
     * Creates the entity, where there is room; submitted again, it is updated and keeps what the server filled in (the family's
     * later edition says so), unless a property differs that only the first submit decides.
     */
    public synchronized Outcome submit(String caller, JsonNode submitted) {
        Instant now = removeExpired();
        ObjectNode entity = shape.created(submitted, caller, now);
        String identity = shape.identity(submitted);
        Optional<ObjectNode> existing = find(caller, identity);
        Optional<String> conflict = existing.flatMap(before -> shape.fixed().stream()
                .filter(name -> !before.path(name).equals(entity.path(name)))
                .findFirst());
        if (conflict.isPresent()) {
            return new Outcome.Conflict(identity, conflict.get());
        }
        if (existing.isEmpty() && size >= capacity) {
            return new Outcome.Full(capacity);
        }
        existing.ifPresent(before -> shape.filled().forEach(name -> entity.set(name, before.path(name))));
        put(caller, identity, entity, now);
        return new Outcome.Done(entity.deepCopy());
    }

    /** Lists what the caller submitted and asks for. */
    public synchronized Outcome list(String caller, Query query) {
        removeExpired();
        return new Outcome.Listed(query.of(of(caller).map(Held::entity)));
    }

    /** Reads what the caller submitted. */
    public synchronized Outcome read(String caller, String identity) {
        removeExpired();
        return find(caller, identity)
                .<Outcome>map(entity -> new Outcome.Done(entity.deepCopy()))
                .orElse(new Outcome.Absent(identity));
    }

    /** Changes the changeable properties that are given and keeps every other. */
    public synchronized Outcome change(String caller, String identity, JsonNode change) {
        Instant now = removeExpired();
        Optional<ObjectNode> changed = find(caller, identity).map(ObjectNode::deepCopy);
        if (changed.isEmpty()) {
            return new Outcome.Absent(identity);
        }
        shape.changeable().stream()
                .filter(change::has)
                .forEach(name -> changed.get().set(name, change.path(name)));
        put(caller, identity, changed.get(), now);
        return new Outcome.Done(changed.get().deepCopy());
    }

    /** How many entities there are, of all applications. */
    public synchronized int size() {
        removeExpired();
        return size;
    }

    /** Lists what every application submitted: what no sound service does. */
    public synchronized Outcome listOfAll() {
        removeExpired();
        return new Outcome.Listed(
                entities.keySet().stream().flatMap(this::of).map(Held::entity).toList());
    }

    /** Lists what the caller submitted, as it was at first: what no sound service does once it was changed. */
    public synchronized Outcome listOfOriginals(String caller) {
        removeExpired();
        return new Outcome.Listed(of(caller).map(Held::original).toList());
    }

    /** Puts this in place of the caller's entity of that identity, whatever the rules say. */
    public synchronized void force(String caller, String identity, ObjectNode entity) {
        put(caller, identity, entity.deepCopy(), removeExpired());
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entities.clear();
        ends.clear();
        size = 0;
    }

    /** An entity that has expired when it comes, which a fault alone lets in, stays: it is what the fault is to leave behind. */
    private void put(String caller, String identity, ObjectNode entity, Instant now) {
        Optional<Held.End> end =
                shape.expiration(entity).filter(now::isBefore).map(at -> new Held.End(at, caller, identity));
        Map<String, Held> own = entities.computeIfAbsent(caller, key -> new LinkedHashMap<>());
        Optional<Held> before = Optional.ofNullable(own.get(identity));
        own.put(identity, new Held(entity, before.map(Held::original).orElse(entity), end));
        before.flatMap(Held::end).ifPresent(ends::remove);
        end.ifPresent(ends::add);
        size += before.isPresent() ? 0 : 1;
    }

    private Instant removeExpired() {
        Instant now = clock.instant();
        while (!ends.isEmpty() && !ends.first().at().isAfter(now)) {
            Held.End gone = ends.pollFirst();
            entities.getOrDefault(gone.caller(), new HashMap<>()).remove(gone.identity());
            size--;
        }
        return now;
    }

    private Optional<ObjectNode> find(String caller, String identity) {
        return Optional.ofNullable(entities.getOrDefault(caller, Map.of()).get(identity))
                .map(Held::entity);
    }

    private Stream<Held> of(String caller) {
        return entities.getOrDefault(caller, Map.of()).values().stream();
    }
}
