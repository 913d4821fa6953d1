package dev.tick.stub.odata;

import java.util.Optional;

/**
 * A property as queries see it.
 *
 * @param type of its values, or of the items of its list; empty when these have no order
 * @param shape whether it has one value or a list of them
 * @param use whether a list may be filtered by it
 */
public record PropertyType(Optional<ValueType> type, Shape shape, Use use) {
    /** A number of values. */
    public enum Shape {
        /** One value. */
        ONE,
        /** A list of values. */
        MANY
    }

    /** The options that may name it. */
    public enum Use {
        /** All of them. */
        EVERYWHERE,
        /** All but {@code $filter}. */
        NOT_IN_FILTERS
    }
}
