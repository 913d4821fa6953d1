package dev.tick.conformance.sample;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a property may be given in place of its sound value.
 *
 * @param name how it differs; the same in every run
 * @param value the value; empty when the property is to be left out, or the sound value is to be repeated
 * @param length how many items the sound list is to have in place of its own; empty for another value
 */
record Candidate(String name, Optional<JsonNode> value, OptionalInt length) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Candidate missing() {
        return new Candidate(" missing", Optional.empty(), OptionalInt.empty());
    }

    /** A value that is named by itself. */
    static Candidate of(JsonNode value) {
        return new Candidate("=" + value, Optional.of(value), OptionalInt.empty());
    }

    /** A text that is named by itself. */
    static Candidate of(String text) {
        return of(JSON.stringNode(text));
    }

    /** A text that differs from run to run. */
    static Candidate named(String name, String text) {
        return new Candidate(" " + name, Optional.of(JSON.stringNode(text)), OptionalInt.empty());
    }

    /** A list of so many items. */
    static Candidate ofLength(int items) {
        return new Candidate(" of " + items + " items", Optional.empty(), OptionalInt.of(items));
    }

    /** The same for the first item of a list. */
    Candidate first(JsonNode sound) {
        ArrayNode list = (ArrayNode) sound.deepCopy();
        value.ifPresent(other -> list.set(0, other));
        return new Candidate("[0]" + name, Optional.of(list), OptionalInt.empty());
    }
}
