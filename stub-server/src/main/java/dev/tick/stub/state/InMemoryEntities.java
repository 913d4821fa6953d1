package dev.tick.stub.state;

import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.entity.StoredEntity;
import dev.tick.stub.odata.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entities in the memory of this process; one lock makes each step atomic. */
final class InMemoryEntities implements EntityStore {
    /** More than a run of the checks removes before it looks again, and little memory. */
    private static final int REMEMBERED = 1000;

    private final Clock clock;
    private final int capacity;
    private final Map<String, Owned> owners = new HashMap<>();

    /** In the order of creation. */
    private final Map<String, Slot> numbered = new LinkedHashMap<>();

    /** One for each entity that expires, so that removing the expired looks at nothing else. */
    private final TreeSet<End> ends = new TreeSet<>();

    /** The latest first. */
    private final Deque<StoredEntity> removed = new ArrayDeque<>();

    private long latest;

    /**
     * Creates an empty store.
     *
     * @param capacity how many entities there may be, of all applications
     */
    InMemoryEntities(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /**
     * An entity and how contracts show it.
     *
     * @param views made once for each contract: a list shows every entity of a caller
     */
    private record Slot(StoredEntity entity, Map<EntityMapping, ObjectNode> views) {
        ObjectNode in(EntityMapping mapping) {
            return views.computeIfAbsent(mapping, one -> one.shown(entity.values()));
        }
    }

    /**
     * The entities of one application, by number in the order of creation, and by identity.
     *
     * @param numbered every entity
     * @param alike the entities of an identity, oldest first
     */
    private record Owned(Map<String, Slot> numbered, Map<String, List<Slot>> alike) {
        Owned() {
            this(new LinkedHashMap<>(), new HashMap<>());
        }

        /** Puts an entity in its place, or in the place of the one before, which is returned. */
        Optional<Slot> put(Slot slot) {
            StoredEntity entity = slot.entity();
            Optional<Slot> before = Optional.ofNullable(numbered.put(entity.number(), slot));
            List<Slot> same = new ArrayList<>(of(entity.key().identity()));
            before.ifPresentOrElse(one -> same.set(same.indexOf(one), slot), () -> same.add(slot));
            alike.put(entity.key().identity(), List.copyOf(same));
            return before;
        }

        void remove(StoredEntity entity) {
            numbered.remove(entity.number());
            List<Slot> others = of(entity.key().identity()).stream()
                    .filter(slot -> !slot.entity().number().equals(entity.number()))
                    .toList();
            if (others.isEmpty()) {
                alike.remove(entity.key().identity());
            } else {
                alike.put(entity.key().identity(), others);
            }
        }

        List<Slot> of(String identity) {
            return alike.getOrDefault(identity, List.of());
        }
    }

    /** The end of an entity; ordered by time. */
    private record End(Instant at, String number) implements Comparable<End> {
        private static final Comparator<End> ORDER =
                Comparator.comparing(End::at).thenComparing(End::number);

        @Override
        public int compareTo(End other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public synchronized OperationResult submit(EntityMapping mapping, Caller caller, JsonNode submitted) {
        Instant now = removeExpired();
        String identity = mapping.identity(submitted);
        Optional<StoredEntity> existing = updated(mapping, caller, submitted).map(Slot::entity);
        Optional<String> conflict = existing.flatMap(before -> before.conflict(mapping, submitted));
        if (conflict.isPresent()) {
            return new OperationResult.Conflict(identity, conflict.get());
        }
        if (existing.isEmpty() && numbered.size() >= capacity) {
            return new OperationResult.CapacityReached(capacity);
        }
        return put(
                mapping,
                existing.map(before -> before.resubmitted(mapping, caller, submitted, now))
                        .orElseGet(() -> StoredEntity.created(mapping, caller, submitted, nextNumber(), now)));
    }

    @Override
    public synchronized OperationResult.Batch submitAll(
            EntityMapping mapping, Caller caller, List<JsonNode> submitted) {
        List<OperationResult.Item> items = new ArrayList<>();
        for (JsonNode one : submitted) {
            items.add(item(mapping, mapping.identity(one), submit(mapping, caller, one)));
        }
        return new OperationResult.Batch(items);
    }

    private static OperationResult.Item item(EntityMapping mapping, String identity, OperationResult result) {
        if (result instanceof OperationResult.Entity done) {
            return new OperationResult.Item(identity, Optional.of(mapping.address(done.entity())), Optional.empty());
        }
        String reason = result instanceof OperationResult.CapacityReached full
                ? full.reason()
                : ((OperationResult.Conflict) result).reason();
        return new OperationResult.Item(identity, Optional.empty(), Optional.of(reason));
    }

    @Override
    public synchronized OperationResult.Page list(EntityMapping mapping, Caller caller, Query query, long pageSize) {
        removeExpired();
        Query.Page<ObjectNode> page = query.of(visibleTo(caller).map(slot -> slot.in(mapping)), pageSize);
        return new OperationResult.Page(page.entities(), page.next(), page.count(), query.selected());
    }

    @Override
    public synchronized OperationResult.Count count(EntityMapping mapping, Caller caller, Query query) {
        removeExpired();
        return new OperationResult.Count(query.count(visibleTo(caller).map(slot -> slot.in(mapping))));
    }

    @Override
    public synchronized OperationResult read(EntityMapping mapping, Caller caller, String address) {
        removeExpired();
        return addressed(mapping, caller, address)
                .<OperationResult>map(slot -> shown(mapping, slot))
                .orElse(new OperationResult.NotFound(address));
    }

    @Override
    public synchronized Optional<ObjectNode> before(EntityMapping mapping, Caller caller, JsonNode submitted) {
        removeExpired();
        return updated(mapping, caller, submitted).map(slot -> slot.in(mapping).deepCopy());
    }

    @Override
    public synchronized Optional<ObjectNode> oldest(EntityMapping mapping, Caller caller, JsonNode submitted) {
        removeExpired();
        return find(caller, mapping.identity(submitted), slot -> true)
                .map(slot -> slot.in(mapping).deepCopy());
    }

    @Override
    public synchronized OperationResult change(EntityMapping mapping, Caller caller, String address, JsonNode change) {
        Instant now = removeExpired();
        return addressed(mapping, caller, address)
                .<OperationResult>map(slot -> put(mapping, slot.entity().changed(mapping, caller, change, now)))
                .orElse(new OperationResult.NotFound(address));
    }

    @Override
    public synchronized OperationResult remove(EntityMapping mapping, Caller caller, List<String> addresses) {
        removeExpired();
        Set<StoredEntity> found = new LinkedHashSet<>();
        for (String address : addresses) {
            Optional<Slot> slot = addressed(mapping, caller, address);
            if (slot.isEmpty()) {
                return new OperationResult.NotFound(address);
            }
            found.add(slot.get().entity());
        }
        found.forEach(this::remove);
        found.forEach(this::remember);
        return new OperationResult.Removed();
    }

    private void remember(StoredEntity entity) {
        removed.addFirst(entity);
        if (removed.size() > REMEMBERED) {
            removed.removeLast();
        }
    }

    @Override
    public synchronized List<ObjectNode> removed(EntityMapping mapping) {
        return removed.stream().map(entity -> mapping.shown(entity.values())).toList();
    }

    @Override
    public synchronized OperationResult.Page listOfAll(EntityMapping mapping) {
        removeExpired();
        return new OperationResult.Page(
                numbered.values().stream().map(slot -> slot.in(mapping)).toList());
    }

    @Override
    public synchronized OperationResult.Page listOfOriginals(EntityMapping mapping, Caller caller) {
        removeExpired();
        return new OperationResult.Page(visibleTo(caller)
                .map(slot -> mapping.shown(slot.entity().original()))
                .toList());
    }

    @Override
    public synchronized void force(EntityMapping mapping, Caller caller, String address, ObjectNode entity) {
        Instant now = removeExpired();
        addressed(mapping, caller, address)
                .ifPresent(slot -> put(mapping, slot.entity().forced(mapping, entity, now)));
    }

    @Override
    public synchronized void forget(EntityMapping mapping, Caller caller, JsonNode submitted) {
        updated(mapping, caller, submitted).map(Slot::entity).ifPresent(this::remove);
    }

    @Override
    public synchronized int size() {
        removeExpired();
        return numbered.size();
    }

    /** Forgets everything; numbers begin anew. */
    synchronized void clear() {
        owners.clear();
        numbered.clear();
        ends.clear();
        removed.clear();
        latest = 0;
    }

    private String nextNumber() {
        latest++;
        return Long.toString(latest);
    }

    /** Removes expired entities and returns the instant used. */
    private Instant removeExpired() {
        Instant now = clock.instant();
        while (!ends.isEmpty() && !ends.first().at().isAfter(now)) {
            Optional<StoredEntity> ended =
                    Optional.ofNullable(numbered.get(ends.pollFirst().number())).map(Slot::entity);
            ended.ifPresent(this::remove);
            ended.ifPresent(this::remember);
        }
        return now;
    }

    /** Puts an entity in its place, or in the place of the one before; returns it as the contract shows it. */
    private OperationResult.Entity put(EntityMapping mapping, StoredEntity entity) {
        Slot slot = new Slot(entity, new HashMap<>());
        owners.computeIfAbsent(entity.key().owner(), owner -> new Owned())
                .put(slot)
                .map(Slot::entity)
                .flatMap(InMemoryEntities::end)
                .ifPresent(ends::remove);
        numbered.put(entity.number(), slot);
        end(entity).ifPresent(ends::add);
        return shown(mapping, slot);
    }

    private void remove(StoredEntity entity) {
        Optional.ofNullable(owners.get(entity.key().owner())).ifPresent(owned -> owned.remove(entity));
        numbered.remove(entity.number());
        end(entity).ifPresent(ends::remove);
    }

    private static Optional<End> end(StoredEntity entity) {
        return entity.end().map(at -> new End(at, entity.number()));
    }

    private Optional<Slot> addressed(EntityMapping mapping, Caller caller, String address) {
        return mapping.isNumbered()
                ? Optional.ofNullable(numbered.get(address))
                        .filter(slot -> slot.entity().isVisibleTo(caller))
                : find(caller, address, slot -> true);
    }

    /** Finds the entity that a submit is about: of several, one that it is not in conflict with. */
    private Optional<Slot> updated(EntityMapping mapping, Caller caller, JsonNode submitted) {
        String identity = mapping.identity(submitted);
        Optional<Slot> agreeing = find(
                caller,
                identity,
                slot -> slot.entity().isUpdatedBy(mapping, submitted)
                        && slot.entity().conflict(mapping, submitted).isEmpty());
        return agreeing.isPresent()
                ? agreeing
                : find(caller, identity, slot -> slot.entity().isUpdatedBy(mapping, submitted));
    }

    /** Finds the caller's own, or else another application's that it may see, the oldest of that one; looks at one place for each. */
    private Optional<Slot> find(Caller caller, String identity, Predicate<Slot> wanted) {
        Optional<Slot> own =
                alike(caller.application(), identity).filter(wanted).findFirst();
        return own.isPresent()
                ? own
                : switch (caller.visibility()) {
                    case OWN -> own;
                    case TENANT ->
                        owners.keySet().stream()
                                .flatMap(owner -> alike(owner, identity))
                                .filter(wanted)
                                .findFirst();
                };
    }

    private Stream<Slot> alike(String owner, String identity) {
        return owned(owner).map(owned -> owned.of(identity)).stream().flatMap(List::stream);
    }

    private Optional<Owned> owned(String owner) {
        return Optional.ofNullable(owners.get(owner));
    }

    /** Streams what a caller may see, oldest first. */
    private Stream<Slot> visibleTo(Caller caller) {
        return switch (caller.visibility()) {
            case OWN -> owned(caller.application()).stream().flatMap(owned -> owned.numbered().values().stream());
            case TENANT -> numbered.values().stream();
        };
    }

    private static OperationResult.Entity shown(EntityMapping mapping, Slot slot) {
        return new OperationResult.Entity(slot.in(mapping).deepCopy());
    }
}
