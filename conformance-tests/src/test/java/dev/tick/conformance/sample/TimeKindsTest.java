package dev.tick.conformance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeKindsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-28T22:59:59.9Z, 2026-11-28T23:59:59Z",
        "2026-11-28T23:00:00.9Z, 2026-11-29T00:00:01Z",
        "2026-11-28T23:00:01Z, 2026-11-29T00:00:01Z"
    })
    void hasNoTimeAnHourAheadAtMidnight(Instant now, String ahead) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        TimeKinds times = new TimeKinds(clock, new NearEnds(clock), Horizon.NEAR);
        assertEquals(List.of(ahead), hourAhead(times.all()));
        assertEquals(List.of(ahead), hourAhead(times.varied()));
    }

    private static List<String> hourAhead(List<KindOfText> times) {
        return times.stream()
                .filter(one -> one.kind() == SampleKind.ONE_HOUR_AHEAD)
                .map(KindOfText::text)
                .toList();
    }
}
