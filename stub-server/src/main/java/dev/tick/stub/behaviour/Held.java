package dev.tick.stub.behaviour;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity in its place; neither node is ever changed.
 *
 * @param entity as it is now
 * @param original as it was at first
 * @param end when it expires; empty for never
 */
record Held(ObjectNode entity, ObjectNode original, Optional<End> end) {
    /** When whose entity expires; in the order of time. */
    record End(Instant at, String caller, String identity) implements Comparable<End> {
        private static final Comparator<End> ORDER =
                Comparator.comparing(End::at).thenComparing(End::caller).thenComparing(End::identity);

        @Override
        public int compareTo(End other) {
            return ORDER.compare(this, other);
        }
    }
}
