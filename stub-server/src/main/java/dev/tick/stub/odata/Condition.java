package dev.tick.stub.odata;

import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * One condition of a filter.
 *
 * @param property the name of the property
 * @param comparison how its value is compared
 * @param literal with what
 */
public record Condition(String property, ComparisonOperator comparison, Literal literal) {
    /** Returns whether an entity meets it, or one item of the list that it has there; null is in no order to anything. */
    public boolean matches(JsonNode entity) {
        JsonNode value = entity.path(property);
        return value.isArray() ? value.valueStream().anyMatch(this::holds) : holds(value);
    }

    private boolean holds(JsonNode value) {
        OptionalInt order = literal.order(value);
        boolean ordered = comparison == ComparisonOperator.EQ || !(literal instanceof Literal.Nothing);
        return ordered && order.isPresent() && comparison.holds(order.getAsInt());
    }
}
