package dev.tick.conformance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearEndsTest {
    private static final List<String> TIMES = List.of(
            "T00:00:00Z",
            "T08:30:00.1234567Z",
            "T23:59:59.999Z",
            "T23:30:00+05:30",
            "T23:59:00-03:30",
            "T00:01:00+14:00");

    private final HandClock clock = new HandClock();

    @Test
    void liesWithinTwoDaysAndAlmostADayAheadAtEveryHour() {
        for (int hour = 0; hour < 48; hour++) {
            Instant now = clock.instant();
            NearEnds ends = new NearEnds(clock);
            for (String time : TIMES) {
                Duration ahead = Duration.between(
                        now, OffsetDateTime.parse(ends.at(time)).toInstant());
                assertTrue(ahead.compareTo(Duration.ofDays(2)) < 0, now + ": " + time + " " + ahead);
                assertTrue(ahead.compareTo(Duration.ofHours(22)) > 0, now + ": " + time + " " + ahead);
            }
            clock.move(Duration.ofMinutes(59));
        }
    }

    @Test
    void staysOnItsDayWhileARunGoesOn() {
        NearEnds ends = new NearEnds(clock);
        List<String> before = TIMES.stream().map(ends::at).toList();
        clock.move(Duration.ofHours(13));
        assertEquals(before, TIMES.stream().map(ends::at).toList());
    }
}
