package dev.tick.conformance.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Times to come, written in many ways.
 *
 * @param clock tells what is to come
 * @param ends the days of the near ones
 * @param horizon within which they lie
 */
record TimeKinds(Clock clock, NearEnds ends, Horizon horizon) {
    /** Kinds of times that may lie more than two days ahead. */
    private static final Set<SampleKind> DISTANT =
            EnumSet.of(SampleKind.END_OF_MONTH, SampleKind.END_OF_YEAR, SampleKind.LEAP_DAY, SampleKind.FAR_FUTURE);

    /** Returns a time of each kind; no two are the same instant. */
    List<KindOfText> all() {
        return within(List.of(
                new KindOfText(SampleKind.NO_DIGITS, ends.at("T08:15:30Z")),
                new KindOfText(SampleKind.ONE_DIGIT, ends.at("T09:15:30.5Z")),
                new KindOfText(SampleKind.THREE_DIGITS, ends.at("T10:15:30.120Z")),
                new KindOfText(SampleKind.SIX_DIGITS, ends.at("T11:15:30.123456Z")),
                new KindOfText(SampleKind.SEVEN_DIGITS, ends.at("T12:15:30.1234567Z")),
                new KindOfText(SampleKind.EAST, ends.at("T23:30:00+05:30")),
                new KindOfText(SampleKind.WEST, ends.at("T20:30:00-07:00")),
                new KindOfText(SampleKind.ONE_HOUR_AHEAD, hourAhead().toString()),
                new KindOfText(SampleKind.LEAP_DAY, leapYear() + "-02-29T12:00:00Z"),
                new KindOfText(SampleKind.FAR_FUTURE, "2999-12-31T23:59:59Z")));
    }

    /**
     * Returns times that each are of several kinds, for one request after another; no two are the same instant. Those come last that
     * are likeliest to be mistaken: the later requests are followed by a change.
     */
    List<KindOfText> varied() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return within(List.of(
                new KindOfText(
                        SampleKind.END_OF_MONTH,
                        today.plusDays(2).with(TemporalAdjusters.lastDayOfMonth()) + "T23:59:59.12345+00:00"),
                new KindOfText(SampleKind.EAST, ends.at("T03:30:00.1234567+05:30")),
                new KindOfText(SampleKind.ONE_HOUR_AHEAD, hourAhead().toString()),
                new KindOfText(SampleKind.QUARTER, ends.at("T12:15:30.1234+05:45")),
                new KindOfText(SampleKind.END_OF_YEAR, today.getYear() + 1 + "-12-31T23:59:59.9999999Z"),
                new KindOfText(SampleKind.SIX_DIGITS, ends.at("T11:15:30.000001Z")),
                new KindOfText(SampleKind.LEAP_DAY, leapYear() + "-02-29T23:59:59.5Z"),
                new KindOfText(SampleKind.NEXT_DAY, ends.at("T00:01:00.12+14:00")),
                new KindOfText(SampleKind.WEST, ends.at("T23:59:00.123-03:30")),
                new KindOfText(SampleKind.FAR_FUTURE, "2099-12-31T23:59:59.9Z")));
    }

    private List<KindOfText> within(List<KindOfText> times) {
        return switch (horizon) {
            case FAR -> times;
            case NEAR, BOUND ->
                times.stream().filter(one -> !DISTANT.contains(one.kind())).toList();
        };
    }

    /** Never at midnight: such a time is another kind, and reports write it in another way. */
    private Instant hourAhead() {
        Instant time = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        return time.equals(time.truncatedTo(ChronoUnit.DAYS)) ? time.plusSeconds(1) : time;
    }

    private int leapYear() {
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1;
        while (!Year.isLeap(year)) {
            year++;
        }
        return year;
    }
}
