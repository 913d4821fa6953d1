package dev.tick.spec.text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Recognises timestamps: ISO 8601 with an offset or {@code Z}. */
public final class Timestamp {
    /** More digits than a nanosecond has: the first nine, and those after. */
    private static final Pattern BEYOND_NANOSECONDS = Pattern.compile("([^.]*\\.\\d{9})\\d+(\\D.*)");

    /** More digits than .NET has, which counts in 100 ns: the first seven, and those after. */
    private static final Pattern BEYOND_TICKS = Pattern.compile("([^.]*\\.\\d{7})\\d+(\\D.*)");

    /** The digits of .NET, and an offset. */
    private static final int TICK_DIGITS = 8;

    private Timestamp() {}

    /** Reads a text; empty when it is no timestamp. Fraction digits beyond the ninth are not looked at. */
    public static Optional<OffsetDateTime> read(String text) {
        Optional<OffsetDateTime> read = parsed(text);
        if (read.isPresent()) {
            return read;
        }
        Matcher parts = BEYOND_NANOSECONDS.matcher(text);
        return parts.matches() ? parsed(parts.group(1) + parts.group(2)) : read;
    }

    private static Optional<OffsetDateTime> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns a timestamp without the fraction digits beyond the seventh, as .NET keeps it; any other text is returned as it is. */
    public static String cut(String text) {
        int point = text.indexOf('.');
        if (point < 0 || text.length() - point <= TICK_DIGITS) {
            return text;
        }
        Matcher parts = BEYOND_TICKS.matcher(text);
        return parts.matches() && read(text).isPresent() ? parts.group(1) + parts.group(2) : text;
    }

    /** Reads a JSON string; empty when the value is none, or no timestamp. */
    public static Optional<OffsetDateTime> read(JsonNode value) {
        return value.isString() ? read(value.asString()) : Optional.empty();
    }
}
