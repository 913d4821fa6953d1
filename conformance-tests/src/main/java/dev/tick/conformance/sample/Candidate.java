package dev.tick.conformance.sample;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a property may be given in place of its sound value.
 *
 * @param name how it differs; the same in every run
 * @param value the value; empty when the property is to be left out
 */
record Candidate(String name, Optional<JsonNode> value) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Candidate missing() {
        return new Candidate(" missing", Optional.empty());
    }

    /** A value that is named by itself. */
    static Candidate of(JsonNode value) {
        return new Candidate("=" + value, Optional.of(value));
    }

    /** A text that is named by itself. */
    static Candidate of(String text) {
        return of(JSON.stringNode(text));
    }

    /** A text that differs from run to run. */
    static Candidate named(String name, String text) {
        return new Candidate(" " + name, Optional.of(JSON.stringNode(text)));
    }
}
