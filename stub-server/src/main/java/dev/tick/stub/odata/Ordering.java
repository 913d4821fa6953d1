package dev.tick.stub.odata;

import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A property that a list is sorted by.
 *
 * @param property its name
 * @param type of its values
 * @param direction which comes first
 */
public record Ordering(String property, ValueType type, Direction direction) {
    /** A direction of sorting. */
    public enum Direction {
        /** Null first, then the least. */
        ASC,
        /** The greatest first, null last. */
        DESC
    }

    /** Null is the least (OData V4.01, part 1, 11.2.6.2); a value of another type than the property's follows it. */
    private static final Comparator<Optional<Value>> ASCENDING = Comparator.<Optional<Value>>comparingInt(
                    Ordering::rank)
            .thenComparing((one, other) -> one.isEmpty() || other.isEmpty()
                    ? 0
                    : one.get().order(other.get()).orElse(0));

    private static int rank(Optional<Value> value) {
        return value.isEmpty() ? 0 : value.get() instanceof Value.Odd ? 1 : 2;
    }

    /** Returns the value of an entity that is compared. */
    Optional<Value> key(JsonNode entity) {
        return Value.of(entity.path(property), type);
    }

    Comparator<Optional<Value>> keys() {
        return switch (direction) {
            case ASC -> ASCENDING;
            case DESC -> ASCENDING.reversed();
        };
    }
}
