package dev.tick.reference.todaythird;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as the API writes them: ticks of 100 ns, zeros at the end left out. */
final class Times {
    static final String SHAPE =
            "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,12})?)?(?:[Zz]|[+-]\\d\\d:\\d\\d)?";
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[Tt](\\d\\d:\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,12}))?)?([Zz]|[+-]\\d\\d:\\d\\d)?");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /** The instant, or null when the text is none; without offset it is UTC. */
    static Instant parse(String text, boolean minutesOfOffset) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String seconds = parts.group(3) == null ? "00" : parts.group(3);
        String fraction = parts.group(4) == null
                ? "0"
                : parts.group(4).substring(0, Math.min(7, parts.group(4).length()));
        try {
            LocalDateTime local =
                    LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + ":" + seconds + "." + fraction);
            Instant instant = local.toInstant(offset(parts.group(5), minutesOfOffset));
            return instant.isBefore(LAST) ? instant : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static ZoneOffset offset(String text, boolean withMinutes) {
        if (text == null || text.equalsIgnoreCase("z")) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(withMinutes ? text : text.substring(0, 3));
    }

    static String format(Instant instant) {
        if (instant == null) {
            return null;
        }
        String ticks = String.format("%07d", instant.getNano() / 100).replaceFirst("0+$", "");
        return SECONDS.format(instant) + (ticks.isEmpty() ? "" : "." + ticks) + "Z";
    }

    /** The instant in whole ticks. */
    static Instant ticks(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).plusNanos(instant.getNano() % 1000 / 100 * 100);
    }
}
