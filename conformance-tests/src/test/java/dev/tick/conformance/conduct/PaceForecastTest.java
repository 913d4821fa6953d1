package dev.tick.conformance.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The length that a plan tells of is the one that the pace then takes. */
class PaceForecastTest {
    private static final Contract CONTRACT = Specification.load("indicators").contract();

    @Test
    void takesNoTimeWithoutAPace() {
        assertEquals(Duration.ZERO, length(Rate.unlimited(), "/api/indicators/import", 1_000));
    }

    /** 10 leave at once, then 88 a minute. */
    @Test
    void spreadsAllRequestsOverTheirWindows() {
        assertEquals(0, length(Rate.documented(), "/api/indicators", 10).toSeconds());
        assertEquals(60, length(Rate.documented(), "/api/indicators", 98).toSeconds());
    }

    /** Imports have a limit of their own, of 30 a minute: 3 at once, then 27 a minute. */
    @Test
    void keepsTheLimitOfAnOperation() {
        assertEquals(0, length(Rate.documented(), "/api/indicators/import", 3).toSeconds());
        assertEquals(60, length(Rate.documented(), "/api/indicators/import", 30).toSeconds());
    }

    private static Duration length(Rate rate, String path, int count) {
        List<Request> requests = Collections.nCopies(count, Request.of("POST", path, Map.of()));
        return PaceForecast.of(rate, CONTRACT.operations(), requests);
    }
}
