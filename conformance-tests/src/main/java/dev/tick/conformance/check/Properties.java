package dev.tick.conformance.check;

import dev.tick.spec.register.Requirement;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
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
}
