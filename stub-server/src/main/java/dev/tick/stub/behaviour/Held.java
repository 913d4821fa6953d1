package dev.tick.stub.behaviour;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** An entity in its place, under the names that all contracts share; no node is ever changed. Used under the store's lock. */
final class Held {
    private final Key key;
    private final String number;
    private final ObjectNode values;
    private final ObjectNode original;
    private final Optional<End> end;
    private final Map<EntityShape, ObjectNode> views = new HashMap<>();

    /**
     * An entity.
     *
     * @param number of which no other entity has the same
     * @param values as it is now
     * @param original as it was at first
     * @param end when it expires; empty for never
     */
    Held(Key key, String number, ObjectNode values, ObjectNode original, Optional<Instant> end) {
        this.key = key;
        this.number = number;
        this.values = values;
        this.original = original;
        this.end = end.map(at -> new End(at, key));
    }

    /** Whose entity it is, and of what. */
    record Key(String owner, String identity) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::owner).thenComparing(Key::identity);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** When which entity expires; in the order of time. */
    record End(Instant at, Key key) implements Comparable<End> {
        private static final Comparator<End> ORDER =
                Comparator.comparing(End::at).thenComparing(End::key);

        @Override
        public int compareTo(End other) {
            return ORDER.compare(this, other);
        }
    }

    Key key() {
        return key;
    }

    String number() {
        return number;
    }

    ObjectNode values() {
        return values;
    }

    ObjectNode original() {
        return original;
    }

    Optional<End> end() {
        return end;
    }

    /** As a contract shows it, made once. */
    ObjectNode in(EntityShape shape, Function<ObjectNode, ObjectNode> view) {
        return views.computeIfAbsent(shape, key -> view.apply(values));
    }
}
