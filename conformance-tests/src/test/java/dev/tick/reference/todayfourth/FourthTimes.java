package dev.tick.reference.todayfourth;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as the API writes them: a tenth of a microsecond, and an offset. */
final class FourthTimes {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-(\\d\\d)-(\\d\\d)[Tt]\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.(\\d{1,12}))?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private FourthTimes() {}

    /** The time, or null when the text is none. */
    static Instant parse(String text, TodayFourthFault fault) {
        Matcher found = FORM.matcher(text);
        if (!found.matches() || fault == TodayFourthFault.LEAP_DAY_REFUSED && beyondTable(found)) {
            return null;
        }
        try {
            String digits = found.group(4) == null ? "0" : found.group(4);
            long nanos = Long.parseLong((digits + "0000000").substring(0, 7)) * 100;
            ZoneOffset offset = ZoneOffset.of(found.group(5).toUpperCase(java.util.Locale.ROOT));
            return LocalDateTime.parse(found.group(1).toUpperCase(java.util.Locale.ROOT))
                    .plusNanos(nanos)
                    .toInstant(offset);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static boolean beyondTable(Matcher found) {
        int month = Integer.parseInt(found.group(2));
        return month >= 1 && month <= 12 && Integer.parseInt(found.group(3)) > DAYS[month - 1];
    }

    /** The text, in UTC and without trailing zeros. */
    static String text(Instant time) {
        if (time == null) {
            return null;
        }
        String fraction = String.format("%07d", time.getNano() / 100).replaceAll("0+$", "");
        return SECONDS.format(time.atOffset(ZoneOffset.UTC)) + (fraction.isEmpty() ? "" : "." + fraction) + "Z";
    }

    /** The time as precise as the API can tell it. */
    static Instant ticks(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond(), time.getNano() / 100 * 100L);
    }
}
