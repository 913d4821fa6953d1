package dev.tick.conformance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.exchange.ServerFailure;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunReviewTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer | true",
                "bearer realm=\"tick\", error=\"invalid_token\" | true",
                "Basic realm=\"tick\", Bearer authorization_uri=\"https://login.example\" | true",
                "Basic realm=\"Bearer\" | false",
                "Basic realm=\"a, Bearer b\" | false",
                "BearerToken | false"
            })
    void findsTheSchemeAmongChallenges(String value, boolean found) {
        assertEquals(found, RunReview.asksForBearer(exchange(401, Map.of("WWW-Authenticate", value), "")));
    }

    @Test
    void missesAChallengeThatIsNotThere() {
        assertFalse(RunReview.asksForBearer(exchange(401, Map.of(), "")));
    }

    @ParameterizedTest
    @CsvSource({"500, '', true", "502, '', true", "503, '', true", "503, 5, false", "429, 5, false", "200, '', false"})
    void tellsAFailureFromARequestToComeAgain(int status, String retryAfter, boolean failed) {
        Map<String, String> headers = retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter);
        assertEquals(failed, ServerFailure.isIn(exchange(status, headers, "")));
    }

    @Test
    void countsNoResponseAsAFailure() {
        assertTrue(ServerFailure.isIn(new Exchange(request(), Optional.empty(), "connection reset")));
    }

    @Test
    void findsErrorsWithoutAnIdOfTheirOwn() {
        Exchange first = error("{\"error\": {\"target\": \"1\"}}");
        Exchange same = error("{\"error\": {\"target\": \"1\"}}");
        Exchange other = error("{\"error\": {\"target\": \"2\"}}");
        Exchange blank = error("{\"error\": {\"target\": \" \"}}");
        Exchange none = error("{\"error\": {}}");
        assertEquals(
                List.of(same, blank, none),
                RunReview.withoutOwn(List.of(first, same, other, blank, none), "/error/target"));
    }

    private static Exchange error(String body) {
        return exchange(400, Map.of("Content-Type", "application/json"), body);
    }

    private static Exchange exchange(int status, Map<String, String> headers, String body) {
        return new Exchange(request(), Optional.of(new Response(status, "", Headers.of(headers), Body.of(body))), "");
    }

    private static Request request() {
        return Request.of("GET", "/api/things", Map.of());
    }
}
