package dev.tick.spec.text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Recognises timestamps: ISO 8601 with an offset or {@code Z}, with as many fraction digits as a nanosecond has at most. */
public final class Timestamp {
    private Timestamp() {}

    /** Reads a text; empty when it is no timestamp. */
    public static Optional<OffsetDateTime> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a JSON string; empty when the value is none, or no timestamp. */
    public static Optional<OffsetDateTime> read(JsonNode value) {
        return value.isString() ? read(value.asString()) : Optional.empty();
    }
}
