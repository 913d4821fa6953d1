package dev.tick.spec.check;

import dev.tick.spec.text.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the timestamps of a body in another of the forms that clients send. */
final class TimestampForms {
    private static final int NANOS_SHOWN = 123_456_789;

    private TimestampForms() {}

    /**
     * Rewrites each timestamp.
     *
     * @throws IllegalStateException when there is none
     */
    static void rewrite(ObjectNode body, int fractionDigits, String offset) {
        DateTimeFormatterBuilder format = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
        if (fractionDigits > 0) {
            format.appendFraction(ChronoField.NANO_OF_SECOND, fractionDigits, fractionDigits, true);
        }
        DateTimeFormatter written = format.appendOffset("+HH:MM", "Z").toFormatter();
        boolean changed = false;
        for (Map.Entry<String, JsonNode> property : body.deepCopy().properties()) {
            Optional<OffsetDateTime> time = Timestamp.read(property.getValue());
            changed |= time.isPresent();
            time.ifPresent(at -> body.put(
                    property.getKey(),
                    written.format(
                            at.withOffsetSameInstant(ZoneOffset.of(offset)).withNano(NANOS_SHOWN))));
        }
        if (!changed) {
            throw new IllegalStateException("there is no timestamp to alter in " + body);
        }
    }
}
