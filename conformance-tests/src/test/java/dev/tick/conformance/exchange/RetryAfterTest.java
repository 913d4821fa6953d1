package dev.tick.conformance.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "42, 42", "'Tue, 24 Nov 2026 01:03:00 GMT', 57", "'Mon, 23 Nov 2026 01:03:00 GMT', 0"})
    void isInSecondsOrADate(String value, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), of(value));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "1.5", "99999999999", "''"})
    void saysNothingWhereNobodyCanReadIt(String value) {
        assertEquals(Optional.empty(), of(value));
    }

    @Test
    void saysNothingWhereItIsMissing() {
        assertEquals(Optional.empty(), RetryAfter.of(new Response(429, Map.of(), new byte[0]), NOW));
    }

    @Test
    void countsADateFromTheServersOwn() {
        Map<String, List<String>> headers = Map.of(
                "Retry-After",
                List.of("Tue, 24 Nov 2026 08:00:42 GMT"),
                "Date",
                List.of("Tue, 24 Nov 2026 08:00:00 GMT"));
        assertEquals(Optional.of(Duration.ofSeconds(42)), RetryAfter.of(new Response(429, headers, new byte[0]), NOW));
    }

    private static Optional<Duration> of(String value) {
        return RetryAfter.of(new Response(429, Map.of("Retry-After", List.of(value)), new byte[0]), NOW);
    }
}
