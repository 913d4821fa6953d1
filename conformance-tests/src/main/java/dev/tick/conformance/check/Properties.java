package dev.tick.conformance.check;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares values of properties. */
final class Properties {
    private Properties() {}

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
