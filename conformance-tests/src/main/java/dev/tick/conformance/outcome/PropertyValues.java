package dev.tick.conformance.outcome;

import dev.tick.spec.document.Json;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.Timestamp;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads and compares the values of properties. */
public final class PropertyValues {
    private PropertyValues() {}

    /** Returns a property of the entity in an answer; missing where there is none. */
    public static JsonNode answered(Exchange exchange, String property) {
        return exchange.response()
                .map(Response::json)
                .orElse(JsonNodeFactory.instance.missingNode())
                .path(property);
    }

    /** Returns whether two values are equal; numbers by their value, timestamps by their instant. */
    public static boolean same(JsonNode sent, JsonNode got) {
        if (Json.same(sent, got)) {
            return true;
        }
        return Timestamp.read(sent)
                .filter(time -> Timestamp.read(got).filter(time::isEqual).isPresent())
                .isPresent();
    }

    /** Returns the properties whose expected values an entity does not have. */
    public static List<Mismatch> differences(JsonNode expected, JsonNode entity) {
        return expected.properties().stream()
                .filter(one -> !same(one.getValue(), entity.path(one.getKey())))
                .map(one -> Mismatch.of(one.getKey(), one.getValue(), shown(entity.path(one.getKey()))))
                .toList();
    }

    /** Returns a value for people. */
    public static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
