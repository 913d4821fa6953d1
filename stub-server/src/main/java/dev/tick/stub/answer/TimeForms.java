package dev.tick.stub.answer;

import dev.tick.spec.text.Timestamp;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes timestamps in other forms; any other text stays as it is. */
final class TimeForms {
    private static final Pattern TIME =
            Pattern.compile("(?<time>.*T\\d\\d:\\d\\d:\\d\\d)(?:\\.(?<fraction>\\d+))?(?<zone>Z|[+-]\\d\\d:\\d\\d)");
    private static final String UTC = "Z";

    private TimeForms() {}

    /** Returns a timestamp with so many fraction digits: what is missing is zero, and what is too much is cut. */
    static String withDigits(String text, int digits) {
        return parts(text)
                .map(parts -> parts.group("time")
                        + (digits == 0 ? "" : "." + (fraction(parts) + "0".repeat(digits)).substring(0, digits))
                        + parts.group("zone"))
                .orElse(text);
    }

    /** Returns a timestamp of UTC with an offset of zero. */
    static String withOffset(String text) {
        return parts(text).isPresent() && text.endsWith(UTC)
                ? text.substring(0, text.length() - UTC.length()) + "+00:00"
                : text;
    }

    private static Optional<Matcher> parts(String text) {
        return Optional.of(TIME.matcher(text))
                .filter(Matcher::matches)
                .filter(parts -> Timestamp.read(text).isPresent());
    }

    private static String fraction(Matcher parts) {
        return Optional.ofNullable(parts.group("fraction")).orElse("");
    }
}
