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
public record Condition(String property, Comparison comparison, Literal literal) {
    /** Whether an entity meets it; null is in no order to anything. */
    public boolean matches(JsonNode entity) {
        OptionalInt order = literal.order(entity.path(property));
        boolean ordered = comparison == Comparison.EQ || !(literal instanceof Literal.Nothing);
        return ordered && order.isPresent() && comparison.holds(order.getAsInt());
    }
}
