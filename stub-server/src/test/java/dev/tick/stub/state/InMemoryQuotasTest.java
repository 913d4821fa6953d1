package dev.tick.stub.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.stub.TestClock;
import dev.tick.stub.quota.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemoryQuotasTest {
    private static final Quota MINUTE = new Quota(3, Duration.ofMinutes(1));
    private static final Quota HOUR = new Quota(5, Duration.ofHours(1));

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private final InMemoryQuotas quotas = new InMemoryQuotas(List.of(MINUTE, HOUR), Map.of(), clock);

    private Optional<QuotaStore.Exhausted> take(int times) {
        Optional<QuotaStore.Exhausted> last = Optional.empty();
        for (int i = 0; i < times; i++) {
            last = quotas.take("one", "submit").exhausted();
        }
        return last;
    }

    @Test
    void countsEachApplicationForItself() {
        assertEquals(Optional.empty(), take(3));
        clock.move(Duration.ofSeconds(18));
        assertEquals(Optional.of(new QuotaStore.Exhausted(MINUTE, Duration.ofSeconds(42))), take(1));
        assertEquals(Optional.empty(), quotas.take("other", "submit").exhausted());
        assertEquals(
                Map.of(
                        "one", List.of(new QuotaStore.Remaining(MINUTE, 0), new QuotaStore.Remaining(HOUR, 2)),
                        "other", List.of(new QuotaStore.Remaining(MINUTE, 2), new QuotaStore.Remaining(HOUR, 4))),
                quotas.remaining());
    }

    @Test
    void doesNotCountACallThatIsRefused() {
        take(10);
        clock.move(Duration.ofMinutes(1));
        assertEquals(Optional.empty(), take(2));
        assertEquals(Optional.of(new QuotaStore.Exhausted(HOUR, Duration.ofMinutes(59))), take(1));
    }

    @Test
    void letsAClientInThatWaitsTheWholeSecondsItWasTold() {
        take(3);
        clock.move(Duration.ofMillis(100));
        long seconds = take(1).orElseThrow().seconds();
        assertEquals(60, seconds);
        clock.move(Duration.ofSeconds(seconds));
        assertEquals(Optional.empty(), take(1));
    }

    @ParameterizedTest
    @CsvSource({"PT-30S", "PT-1H", "P-1D"})
    void tellsTheRightWaitWhenTheClockStepsBack(Duration step) {
        take(3);
        clock.move(Duration.ofSeconds(20));
        assertEquals(Optional.of(new QuotaStore.Exhausted(MINUTE, Duration.ofSeconds(40))), take(1));
        clock.move(step);
        assertEquals(Optional.of(new QuotaStore.Exhausted(MINUTE, Duration.ofSeconds(40))), take(1));
        clock.move(Duration.ofSeconds(39));
        assertEquals(Optional.of(new QuotaStore.Exhausted(MINUTE, Duration.ofSeconds(1))), take(1));
        clock.move(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), take(1));
    }

    /** An hour is a window's end, and so is a thousand years. */
    @Test
    void outlivesAnyLeapOfTheClock() {
        take(3);
        clock.move(Duration.ofDays(365_000));
        assertEquals(Optional.empty(), take(1));
        clock.move(Duration.ofDays(-365_000));
        assertEquals(Optional.empty(), take(1));
    }

    /** Whatever an application is called, its calls of an operation are counted apart from all calls of another. */
    @Test
    void takesNoNameForACounter() {
        InMemoryQuotas apart = new InMemoryQuotas(
                List.of(MINUTE), Map.of("importAll", List.of(new Quota(1, Duration.ofMinutes(1)))), clock);
        apart.take("a on importAll", "submit");
        assertEquals(Optional.empty(), apart.take("a", "importAll").exhausted());
        assertEquals(
                1,
                apart.take("a", "importAll").exhausted().orElseThrow().quota().calls());
    }

    @Test
    void refusesQuotasThatMakeNoSense() {
        assertEquals(
                "quota: expected at least 1 call, got 0",
                assertThrows(IllegalArgumentException.class, () -> new Quota(0, Duration.ofMinutes(1)))
                        .getMessage());
        assertEquals(
                "quota: expected a window longer than nothing, got PT0S",
                assertThrows(IllegalArgumentException.class, () -> new Quota(1, Duration.ZERO))
                        .getMessage());
    }
}
