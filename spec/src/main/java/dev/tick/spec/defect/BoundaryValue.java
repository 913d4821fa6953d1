package dev.tick.spec.defect;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A value that replaces the sound value of a property.
 *
 * @param name how it differs; the same in every run
 * @param value the value; empty when the property is to be left out, or the sound value is to be repeated
 * @param length how many items the sound list is to have in place of its own; empty for another value
 */
public record BoundaryValue(String name, Optional<JsonNode> value, OptionalInt length) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Returns that the property is left out. */
    public static BoundaryValue missing() {
        return new BoundaryValue(" missing", Optional.empty(), OptionalInt.empty());
    }

    /** Returns a value whose name is the value. */
    static BoundaryValue of(JsonNode value) {
        return new BoundaryValue("=" + value, Optional.of(value), OptionalInt.empty());
    }

    /** Returns a text whose name is the text. */
    static BoundaryValue of(String text) {
        return of(JSON.stringNode(text));
    }

    /** Returns a text that differs from run to run, with a name that does not. */
    static BoundaryValue named(String name, String text) {
        return new BoundaryValue(" " + name, Optional.of(JSON.stringNode(text)), OptionalInt.empty());
    }

    /** Returns a list of this many items. */
    static BoundaryValue ofLength(int items) {
        return new BoundaryValue(" of " + items + " items", Optional.empty(), OptionalInt.of(items));
    }

    /** Returns this value as the first item of a list. */
    BoundaryValue first(JsonNode sound) {
        ArrayNode list = (ArrayNode) sound.deepCopy();
        value.ifPresent(other -> list.set(0, other));
        return new BoundaryValue("[0]" + name, Optional.of(list), OptionalInt.empty());
    }
}
