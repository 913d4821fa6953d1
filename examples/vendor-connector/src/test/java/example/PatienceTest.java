package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no stub says: dates, and what is not to be read. */
class PatienceTest {
    private static Optional<Duration> after(int status, Map<String, List<String>> headers) {
        return Patience.after(1, status, HttpHeaders.of(headers, (name, value) -> true));
    }

    @Test
    void readsADateByTheClockOfTheService() {
        Map<String, List<String>> headers = Map.of(
                "Date", List.of("Wed, 21 Oct 2015 07:28:00 GMT"), "Retry-After", List.of("Wed, 21 Oct 2015 07:28:07 GMT"));
        assertEquals(Optional.of(Duration.ofSeconds(7)), after(503, headers));
    }

    @Test
    void givesAQuotaHalfAMinuteWhenNothingIsSaid() {
        assertEquals(Optional.of(Duration.ofSeconds(30)), after(429, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "0", "Wed, 21 Oct 2015 07:28:00 GMT"})
    void waitsAShortWhileWhenNothingIsAskedForThatCanBeWaitedFor(String told) {
        Duration wait = after(503, Map.of("Retry-After", List.of(told))).orElseThrow();
        assertTrue(wait.toMillis() >= 200 && wait.toMillis() < 400, wait.toString());
    }

    @Test
    void doublesItsPauses() {
        Duration fourth = Patience.afterLoss(4).orElseThrow();
        assertTrue(fourth.toMillis() >= 1600 && fourth.toMillis() < 3200, fourth.toString());
        assertEquals(Optional.empty(), Patience.afterLoss(5));
    }
}
