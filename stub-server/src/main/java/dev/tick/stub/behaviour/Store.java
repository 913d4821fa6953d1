package dev.tick.stub.behaviour;

import dev.tick.stub.token.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The entities of one tenant, whichever contract they came by. What has expired is gone before anybody looks. Every use is
 * under its lock.
 */
public final class Store {
    private final Clock clock;
    private final int capacity;
    private final Map<String, Map<String, Held>> entities = new HashMap<>();

    /** In the order of creation. */
    private final Map<String, Held> numbered = new LinkedHashMap<>();

    /** One for each entity that expires, so that removing the expired looks at nothing else. */
    private final TreeSet<Held.End> ends = new TreeSet<>();

    private long latest;

    /**
     * Holds nothing yet.
     *
     * @param capacity how many entities there may be, of all applications
     */
    public Store(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** How many entities there are, of all applications. */
    public synchronized int size() {
        removeExpired();
        return numbered.size();
    }

    /** Forgets everything; numbers begin anew. */
    public synchronized void clear() {
        entities.clear();
        numbered.clear();
        ends.clear();
        latest = 0;
    }

    int capacity() {
        return capacity;
    }

    boolean isFull() {
        return numbered.size() >= capacity;
    }

    /** A number that no entity has had. */
    String nextNumber() {
        latest++;
        return Long.toString(latest);
    }

    /** Removes what has expired; tells the time by which it has. */
    Instant removeExpired() {
        Instant now = clock.instant();
        while (!ends.isEmpty() && !ends.first().at().isAfter(now)) {
            Held.Key gone = ends.pollFirst().key();
            find(gone.owner(), gone.identity()).ifPresent(this::remove);
        }
        return now;
    }

    /** Puts an entity in its place, or in the place of the one before. */
    void put(Held held) {
        Map<String, Held> own = entities.computeIfAbsent(held.key().owner(), key -> new LinkedHashMap<>());
        Optional.ofNullable(own.put(held.key().identity(), held))
                .flatMap(Held::end)
                .ifPresent(ends::remove);
        numbered.put(held.number(), held);
        held.end().ifPresent(ends::add);
    }

    void remove(Held held) {
        entities.getOrDefault(held.key().owner(), new HashMap<>())
                .remove(held.key().identity());
        numbered.remove(held.number());
        held.end().ifPresent(ends::remove);
    }

    Optional<Held> find(String owner, String identity) {
        return Optional.ofNullable(entities.getOrDefault(owner, Map.of()).get(identity));
    }

    /** Of whichever application; looks at one place for each. */
    Optional<Held> findOfAny(String identity) {
        return entities.values().stream()
                .flatMap(own -> Optional.ofNullable(own.get(identity)).stream())
                .findFirst();
    }

    Optional<Held> numbered(String number) {
        return Optional.ofNullable(numbered.get(number));
    }

    /** What a caller may see, oldest first. */
    Stream<Held> of(Caller caller) {
        return switch (caller.reach()) {
            case OWN -> entities.getOrDefault(caller.application(), Map.of()).values().stream();
            case ALL -> all();
        };
    }

    /** What there is, oldest first. */
    Stream<Held> all() {
        return numbered.values().stream();
    }
}
