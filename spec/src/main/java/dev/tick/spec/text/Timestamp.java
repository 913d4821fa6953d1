package dev.tick.spec.text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private static final String PLAIN = "0000-00-00T00:00:00";
    private static final int MAX_FRACTION = 9;
    private static final int MONTHS = 12;
    private static final int DAYS_OF_EACH = 28;
    private static final int HOURS = 24;
    private static final int SIXTY = 60;

    private Timestamp() {}

    /**
     * Tells at a quick look whether a text is a timestamp in its usual form: of a year from 1000 to 2999, of a day that every month has,
     * with up to nine fraction digits and {@code Z}. A text that is not may be a timestamp all the same.
     */
    public static boolean isPlain(String text) {
        int length = text.length();
        if (length <= PLAIN.length() || text.charAt(length - 1) != 'Z' || !isLike(text)) {
            return false;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        return year >= 1000
                && year < 3000
                && month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= DAYS_OF_EACH
                && number(text, 11, 2) < HOURS
                && number(text, 14, 2) < SIXTY
                && number(text, 17, 2) < SIXTY
                && isFraction(text, PLAIN.length(), length - 1);
    }

    private static boolean isLike(String text) {
        for (int i = 0; i < PLAIN.length(); i++) {
            if (PLAIN.charAt(i) == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != PLAIN.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFraction(String text, int from, int to) {
        if (from == to) {
            return true;
        }
        int digits = to - from - 1;
        if (text.charAt(from) != '.' || digits < 1 || digits > MAX_FRACTION) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

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
        if (isPlain(text)) {
            return Optional.of(plain(text));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The parser of Java takes ten times as long, and each submit has one. */
    private static OffsetDateTime plain(String text) {
        int nanos = 0;
        int digits = Math.max(0, text.length() - PLAIN.length() - 2);
        for (int i = 0; i < MAX_FRACTION; i++) {
            nanos = nanos * 10 + (i < digits ? text.charAt(PLAIN.length() + 1 + i) - '0' : 0);
        }
        return OffsetDateTime.of(
                number(text, 0, 4),
                number(text, 5, 2),
                number(text, 8, 2),
                number(text, 11, 2),
                number(text, 14, 2),
                number(text, 17, 2),
                nanos,
                ZoneOffset.UTC);
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
