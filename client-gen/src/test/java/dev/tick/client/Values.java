package dev.tick.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** What an object holds, in a form that can be compared. */
public final class Values {
    private Values() {}

    /** The values by name without nulls, timestamps as instants: 7 digits and 6 may name the same one. */
    public static Map<String, Object> of(JsonNode object) {
        Map<String, Object> values = new TreeMap<>();
        object.properties().forEach(property -> {
            if (!property.getValue().isNull()) {
                values.put(property.getKey(), value(property.getValue()));
            }
        });
        return values;
    }

    /** Every value of the example came back. */
    public static void assertHolds(JsonNode example, JsonNode entity) {
        Map<String, Object> expected = of(example);
        Map<String, Object> got = of(entity);
        got.keySet().retainAll(expected.keySet());
        assertEquals(expected, got);
    }

    private static Object value(JsonNode node) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.textValue()).toInstant() : node;
        } catch (DateTimeException e) {
            return node;
        }
    }
}
