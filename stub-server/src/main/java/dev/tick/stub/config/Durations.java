package dev.tick.stub.config;

import dev.tick.stub.quota.Quota;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The only reader of times and quotas as people write them; each refusal says what was expected and got. */
public final class Durations {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");
    private static final Pattern QUOTA = Pattern.compile("(\\d{1,9})/(\\S+)");

    private Durations() {}

    /** A time such as {@code 90s}, {@code 1m} or {@code 2h}, longer than nothing. */
    public static Duration time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "expected a time longer than nothing, such as 90s, 1m or 2h, got '" + text + "'");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** Returns a quota such as {@code 100/1m}. */
    public static Quota quota(String text) {
        Matcher parts = QUOTA.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected calls and a time, such as 100/1m, or off, got '" + text + "'");
        }
        return new Quota(Integer.parseInt(parts.group(1)), time(parts.group(2)));
    }

    /** A time as {@link #time} reads it, in the largest unit that holds it. */
    public static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
