package dev.tick.conformance.check;

import dev.tick.spec.register.Requirement;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What rows say of properties, and how values of properties compare. */
final class Properties {
    private static final String PROPERTIES = "/properties/";

    private Properties() {}

    /**
     * The property that a row's pointer leads to.
     *
     * @throws IllegalArgumentException when it leads to none
     */
    static String of(Requirement row) {
        String schema = row.schema().orElse("");
        int at = schema.lastIndexOf(PROPERTIES);
        if (at < 0) {
            throw new IllegalArgumentException(
                    row.id() + " needs a schema that leads to a property, got '" + schema + "'");
        }
        String rest = schema.substring(at + PROPERTIES.length());
        int end = rest.indexOf('/');
        return (end < 0 ? rest : rest.substring(0, end)).replace("~1", "/").replace("~0", "~");
    }

    /** Whether two values are the same; numbers are when their values are, timestamps when they name the same instant. */
    static boolean same(JsonNode sent, JsonNode got) {
        if (sent.isNumber() && got.isNumber()) {
            return sent.decimalValue().compareTo(got.decimalValue()) == 0;
        }
        if (sent.equals(got)) {
            return true;
        }
        try {
            return sent.isString()
                    && got.isString()
                    && OffsetDateTime.parse(sent.asString()).isEqual(OffsetDateTime.parse(got.asString()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What of these properties an entity has otherwise, each expected against got. */
    static List<Contrast> differences(JsonNode expected, JsonNode entity) {
        return expected.properties().stream()
                .filter(one -> !same(one.getValue(), entity.path(one.getKey())))
                .map(one -> Contrast.of(one.getKey(), one.getValue(), shown(entity.path(one.getKey()))))
                .toList();
    }

    /** For people. */
    static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
