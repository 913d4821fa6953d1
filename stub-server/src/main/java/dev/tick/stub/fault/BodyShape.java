package dev.tick.stub.fault;

import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What a body is, before anyone looks at its properties. */
public enum BodyShape {
    EMPTY,
    /** One JSON object, as every operation wants it. */
    OBJECT,
    ARRAY,
    /** A JSON text, number, boolean or null. */
    SCALAR,
    /** Nested beyond what is read. */
    DEEP,
    /** No JSON. */
    MALFORMED;

    /** The shape of these bytes. */
    static BodyShape of(byte[] body) {
        if (body.length == 0) {
            return EMPTY;
        }
        try {
            JsonNode node = Json.read(body);
            return node.isObject() ? OBJECT : node.isArray() ? ARRAY : SCALAR;
        } catch (NotJsonException e) {
            return new String(body, StandardCharsets.UTF_8).startsWith("[[[[") ? DEEP : MALFORMED;
        }
    }
}
