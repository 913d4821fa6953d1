package dev.tick.reference.firstsecond;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as DateTimeOffset texts: read with an offset and 0 to 7 fraction digits (up to two more are cut off, as finer
 * than the service keeps), written in UTC.
 */
final class SecondTime {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?(?:[Zz]|([+-])(\\d\\d):(\\d\\d))");

    private SecondTime() {}

    /** The instant that a text means, or null when it is no such time. */
    static Instant read(String text, FirstSecondFault fault) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return null;
        }
        try {
            int day = number(m, 3);
            LocalDateTime local = LocalDateTime.of(
                    number(m, 1),
                    number(m, 2),
                    day,
                    number(m, 4),
                    number(m, 5),
                    number(m, 6),
                    m.group(7) == null ? 0 : Integer.parseInt((m.group(7) + "0000000").substring(0, 7) + "00"));
            if (fault == FirstSecondFault.LEAP_DAY_MOVED && number(m, 2) == 2 && day == 29) {
                local = local.withDayOfMonth(28);
            }
            if (fault == FirstSecondFault.FRACTION_CUT) {
                local = local.truncatedTo(ChronoUnit.MILLIS);
            }
            return local.minusMinutes(offset(m, fault)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private static long offset(Matcher m, FirstSecondFault fault) {
        if (m.group(8) == null) {
            return 0;
        }
        int hours = number(m, 9);
        int minutes = number(m, 10);
        if (minutes > 59 || hours * 60 + minutes > 14 * 60) {
            throw new DateTimeException("offset");
        }
        if (m.group(8).equals("+")) {
            return hours * 60L + minutes;
        }
        if (fault == FirstSecondFault.NEGATIVE_OFFSET_SLIPS) {
            return -hours * 60L + minutes;
        }
        return -(hours * 60L + minutes);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** Writes an instant as the service does: UTC, trailing zeros of the fraction dropped. */
    static String write(Instant time) {
        String whole = LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"));
        String fraction = String.format("%07d", time.getNano() / 100).replaceFirst("0+$", "");
        return whole + (fraction.isEmpty() ? "" : "." + fraction) + "Z";
    }
}
