package dev.tick.reference.firstthird;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as the service reads and prints them: an offset is required, a tick is 100 nanoseconds. */
final class Times {
    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[Tt](\\d\\d:\\d\\d)(:\\d\\d)?(?:\\.(\\d{1,12}))?([Zz]|([+-])(\\d\\d):(\\d\\d))");
    private final FirstThirdFault fault;

    Times(FirstThirdFault fault) {
        this.fault = fault;
    }

    /** The instant that the text names, or null when it names none. */
    Instant read(String text) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches() || m.group(3) == null && m.group(4) != null) {
            return null;
        }
        try {
            String seconds = m.group(3) == null ? ":00" : m.group(3);
            Instant local =
                    LocalDateTime.parse(m.group(1) + "T" + m.group(2) + seconds).toInstant(ZoneOffset.UTC);
            String digits = ((m.group(4) == null ? "" : m.group(4)) + "0000000").substring(0, 7);
            if (fault == FirstThirdFault.FRACTION_CUT_TO_MILLISECONDS) {
                digits = digits.substring(0, 3) + "0000";
            }
            Integer offset = offset(m);
            return offset == null
                    ? null
                    : local.plusNanos(Long.parseLong(digits) * 100).minusSeconds(offset);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Integer offset(Matcher m) {
        if (m.group(6) == null) {
            return 0;
        }
        int hours = Integer.parseInt(m.group(7));
        int minutes = Integer.parseInt(m.group(8));
        if (hours > 14 || minutes > 59) {
            return null;
        }
        if (fault == FirstThirdFault.NEGATIVE_HALF_HOUR_OFFSET) {
            return ((m.group(6).equals("-") ? -hours : hours) * 60 + minutes) * 60;
        }
        int total = (hours * 60 + minutes) * 60;
        return m.group(6).equals("-") ? -total : total;
    }

    /** UTC with as many fraction digits as are needed, as .NET prints it. */
    static String print(Instant instant) {
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS")
                .withZone(ZoneOffset.UTC)
                .format(instant);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return (text.charAt(end - 1) == '.' ? text.substring(0, end - 1) : text.substring(0, end)) + "Z";
    }

    /** The instant without what is finer than a tick. */
    static Instant tick(Instant instant) {
        return instant.minusNanos(instant.getNano() % 100);
    }
}
