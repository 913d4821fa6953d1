package dev.tick.conformance.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a client's traffic may leave, and what may not. */
class ReservedTrafficTest {
    private static final String API = "/api/indicators";

    private final ReservedTraffic today =
            new ReservedTraffic(Specification.load("indicators").contract(), UnaryOperator.identity());

    private static Request request(String method, String url, String body) {
        Request bare = Request.of(method, url, Map.of());
        return body.isEmpty() ? bare : bare.withBody(Body.of(body));
    }

    private String objection(String method, String url, String body) {
        return today.objection(request(method, url, body)).orElse("");
    }

    private void answered(String method, String url, String body, int status, String answer) {
        today.learn(new Exchange(
                request(method, url, body), Optional.of(new Response(status, Headers.none(), Body.of(answer))), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"indicatorValue\":\"192.0.2.1\"}",
                "{\"indicatorValue\":\"192.0.2.0/24\"}",
                "{\"indicatorValue\":\"2001:db8::1\"}",
                "{\"indicatorValue\":\"2001:DB8::/32\"}",
                "{\"indicatorValue\":\"http://[2001:db8::1]:8080/\"}",
                "{\"indicatorValue\":\"http://192.0.2.1:8080/path\"}",
                "{\"indicatorValue\":\"https://someone@www.example?a\"}",
                "{\"indicatorValue\":\"www.tick.example\"}",
                "{\"indicatorValue\":\"https://www.example/path?of=8.8.8.8\"}",
                "{\"indicatorValue\":\"7469636b00000000000000000000000000000001\"}",
                "{\"indicatorValue\":null}",
                "{\"title\":\"8.8.8.8\"}"
            })
    void whatIsReservedMayLeave(String body) {
        assertEquals("", objection("POST", API, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"indicatorValue\":\"8.8.8.8\"}",
                "{\"IndicatorVALUE\":\"8.8.8.8\"}",
                "{\"\\u0069ndicatorValue\":\"8.8.8.8\"}",
                "{\"indicatorValue\":[\"8.8.8.8\"]}",
                "{\"indicatorValue\":{\"is\":\"8.8.8.8\"}}",
                "{\"indicatorValue\":\"192.0.2.1\",\"more\":{\"deep\":[{\"indicatorValue\":\"8.8.8.8\"}]}}",
                "{\"indicatorValue\":\"www.example.com\"}",
                "{\"indicatorValue\":\"2606:4700::1\"}",
                "{\"indicatorValue\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}",
                "{\"indicatorValue\":\"192.0.2.0/8\"}",
                "{\"indicatorValue\":\"192.0.2.256\"}",
                "{\"indicatorValue\":\"192.0.2.0/23\"}",
                "{\"indicatorValue\":\"198.18.0.1\"}",
                "{\"indicatorValue\":\"134744072\"}",
                "{\"indicatorValue\":\"intranet:8443\"}",
                "{\"indicatorValue\":\"wiki/page\"}",
                "{\"indicatorValue\":\"ticketing\"}",
                "{\"indicatorValue\":\"true\"}",
                "{\"indicatorValue\":\"a\"}",
                "{\"indicatorValue\":\"e3 b0 c4 42 98 fc 1c 14 9a fb f4 c8 99 6f b9 24 27 ae 41 e4\"}",
                "{\"indicatorValue\":\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"}",
                "{\"indicatorValue\":\"7469636b00000000 of a file\"}",
                "{\"indicatorValue\":\"http://m\u00fcnchen/\"}",
                "{\"indicatorValue\":\"http://ticketing/\"}",
                "{\"indicatorValue\":\"http://www.example@8.8.8.8/\"}",
                "{\"indicatorValue\":\"http://www.example\\\\@8.8.8.8/\"}",
                "{\"indicatorValue\":\"intranet/http://www.example\"}",
                "{\"indicatorValue\":\"2001:db8::/3\"}",
                "{\"indicatorValue\":\"2001:db8::/31\"}",
                "{\"indicatorValue\":\"2001:db8::1 and others\"}",
                "{\"indicatorValue\":134744072}"
            })
    void whatMayBeSomebodysStays(String body) {
        assertTrue(objection("POST", API, body).contains("is not reserved: with --safe, send "), body);
    }

    @Test
    void aLongValueIsQuotedByItsBeginning() {
        String objection = objection("POST", API, "{\"indicatorValue\":\"" + "x".repeat(10_000) + "\"}");
        assertTrue(objection.startsWith("indicatorValue '" + "x".repeat(100) + "…' (/indicatorValue) "), objection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"indicatorValue\":\"192.0.2.1\"",
                "{\"indicatorValue\":\"192.0.2.1\",\"indicatorValue\":\"8.8.8.8\"}",
                "indicatorValue=8.8.8.8"
            })
    void whatNobodyCanReadStays(String body) {
        assertTrue(objection("POST", API, body).contains("nobody here can tell whose data it holds"), body);
    }

    @Test
    void theMessageNamesValueAndPlace() {
        assertTrue(objection(
                        "POST",
                        API + "/import",
                        "{\"Indicators\":[{\"indicatorValue\":\"192.0.2.1\"},{\"indicatorValue\":\"9.9.9.9\"}]}")
                .startsWith("indicatorValue '9.9.9.9' (/Indicators/1/indicatorValue) is not reserved: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /api/indicators/1",
                "POST /api/other",
                "POST /api/Indicators",
                "PATCH /api/indicators/1",
                "post /api/indicators",
                "get /api/indicators"
            })
    void whatNoPageDocumentsStays(String line) {
        String[] parts = line.split(" ", 2);
        assertTrue(objection(parts[0], parts[1], "{}").startsWith("no page documents this call"), line);
    }

    @Test
    void readingIsFree() {
        assertEquals("", objection("GET", "/whatever", ""));
        assertEquals("", objection("HEAD", "/whatever", ""));
    }

    @Test
    void aRequestThatMayGetAnotherMethodStays() {
        Request disguised = request("GET", API + "/7", "").with("X-HTTP-Method-Override", "DELETE");
        assertTrue(today.objection(disguised)
                .orElse("")
                .startsWith("the header X-HTTP-Method-Override may give it another method, "));
    }

    @Test
    void anIdIsKnownFromAnAnswerThatShowedAReservedNameWithIt() {
        assertTrue(objection("DELETE", API + "/7", "").startsWith("id '7' (in the path): no answer that came through"));
        answered("POST", API, "{}", 200, "{\"id\":\"7\",\"indicatorValue\":\"192.0.2.7\"}");
        answered("POST", API, "{}", 400, "{\"id\":\"8\",\"indicatorValue\":\"192.0.2.8\"}");
        answered(
                "GET",
                API,
                "",
                200,
                "{\"value\":[{\"id\":9,\"indicatorValue\":\"192.0.2.9\"},"
                        + "{\"id\":\"10\",\"indicatorValue\":\"8.8.8.8\"},{\"id\":\"11\"}]}");
        answered(
                "POST",
                API + "/import",
                "{}",
                200,
                "{\"value\":[{\"id\":\"12\",\"indicator\":\"192.0.2.12\",\"isFailed\":false},"
                        + "{\"id\":\"13\",\"indicator\":\"8.8.4.4\",\"isFailed\":false}]}");
        assertEquals("", objection("DELETE", API + "/7", ""));
        assertEquals("", objection("DELETE", API + "/9", ""));
        assertEquals("", objection("DELETE", API + "/%39", ""));
        assertEquals("", objection("DELETE", API + "/12", ""));
        for (String unknown : new String[] {"8", "10", "11", "13", "07", "..", "%2e%2e"}) {
            assertTrue(objection("DELETE", API + "/" + unknown, "").startsWith("id '"), unknown);
        }
        assertEquals("", objection("POST", API + "/BatchDelete", "{\"IndicatorIds\":[\"7\",9]}"));
        assertEquals("", objection("POST", API + "/batchDelete", "{\"IndicatorIds\":[\"7\"]}"));
        assertTrue(objection("POST", API + "/BatchDelete", "{\"IndicatorIds\":[\"7\",\"10\"]}")
                .startsWith("id '10' (/IndicatorIds/1): "));
        assertTrue(objection("POST", API + "/BatchDelete", "{\"IndicatorIds\":[[\"10\"]]}")
                .startsWith("id '10' (/IndicatorIds/0/0): "));
    }

    @Test
    void anIdThatIsShownWithAnotherNameIsForgotten() {
        answered("GET", API, "", 200, "{\"value\":[{\"id\":\"7\",\"indicatorValue\":\"192.0.2.7\"}]}");
        answered("GET", API, "", 200, "{\"value\":[{\"id\":\"7\"}]}");
        assertEquals("", objection("DELETE", API + "/7", ""));
        answered("GET", API, "", 200, "{\"value\":[{\"id\":\"7\",\"indicatorValue\":\"8.8.8.8\"}]}");
        assertTrue(objection("DELETE", API + "/7", "").startsWith("id '7'"));
    }

    @Test
    void whereTheNameIsTheAddressTheNameDecides() {
        ReservedTraffic first =
                new ReservedTraffic(Specification.load("tiindicators").contract(), UnaryOperator.identity());
        assertEquals(Optional.empty(), first.objection(request("DELETE", "/api/tiindicators/192.0.2.1", "")));
        assertTrue(first.objection(request("DELETE", "/api/tiindicators/8.8.8.8", ""))
                .orElse("")
                .startsWith("indicator '8.8.8.8' (in the path): "));
        assertTrue(first.objection(request("PATCH", "/api/tiindicators/192.0.2.1", "{\"indicator\":\"8.8.8.8\"}"))
                .isPresent());
    }
}
