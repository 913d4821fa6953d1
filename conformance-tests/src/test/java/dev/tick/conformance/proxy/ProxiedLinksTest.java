package dev.tick.conformance.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links that lead past the proxy, and those that stay. */
class ProxiedLinksTest {
    private static final URI PROXY = URI.create("http://127.0.0.1:8080");

    private static Response through(String service, Response response, Body plain) {
        Request request = Request.of("GET", "/api/things?$top=2", Map.of());
        return new ProxiedLinks(URI.create(service), PROXY)
                .through(new Exchange(request, Optional.of(response), ""), plain);
    }

    private static String body(String service, String json) {
        Body body = Body.of(json);
        return through(service, new Response(200, Headers.none(), body), body)
                .body()
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example,     https://h.example/api/things?$skip=2,       http://127.0.0.1:8080/api/things?$skip=2",
        "https://h.example,     https://other.example/api/things?$skip=2,   http://127.0.0.1:8080/api/things?$skip=2",
        "https://h.example/gw,  https://h.example/gw/api/things?$skip=2,    http://127.0.0.1:8080/api/things?$skip=2",
        "https://h.example/gw,  https://inner.example/api/things?u=http://x/gw/, http://127.0.0.1:8080/api/things?u=http://x/gw/",
        "https://h.example/gw,  /gw/api/things?$skip=2,                     http://127.0.0.1:8080/api/things?$skip=2",
        "https://h.example,     /api/things?$skip=2,                        /api/things?$skip=2",
        "https://h.example,     things?$skip=2,                             things?$skip=2",
        "https://h.example,     ?$skip=2,                                   ?$skip=2"
    })
    void aLinkToTheNextPageLeadsThroughTheProxy(String service, String link, String expected) {
        assertEquals(
                "{ \"value\" : [1.0,  2], \"@odata.nextLink\" :\"" + expected + "\" }",
                body(service, "{ \"value\" : [1.0,  2], \"@odata.nextLink\" :\"" + link + "\" }"));
    }

    @Test
    void nothingElseInTheBodyChanges() {
        String before =
                "{\"@odata.context\":\"https://h.example/api/$metadata\",\"value\":[{\"@odata.nextLink\":\"https://h.example/a\","
                        + "\"n\":\"\\\"@odata.nextLink\\\":\\\"https://h.example/b\\\" é\\u00e9 \uD83D\uDE00\"}],\"\\u0040odata.nextLink\"\n:\t";
        assertEquals(
                before + "\"http://127.0.0.1:8080/api/things?a=1&b=2\",\"z\":1e2}",
                body("https://h.example", before + "\"https:\\/\\/h.example/api/things?a=1\\u0026b=2\",\"z\":1e2}"));
    }

    @Test
    void anAnswerWithoutSuchALinkIsTheSameObject() {
        Response coded = new Response(200, Headers.of(Map.of("Content-Encoding", "gzip")), Body.of("coded"));
        Response same = through("https://h.example", coded, Body.of("{\"value\":[]}"));
        assertEquals(coded, same);
        assertSame(coded.body(), same.body());
    }

    @Test
    void aCodedAnswerWithALinkIsHandedOnPlain() {
        Response coded = new Response(
                200, Headers.of(Map.of("Content-Encoding", "gzip")).plus("X-Other", "1"), Body.of("coded"));
        Response handed = through(
                "https://h.example", coded, Body.of("{\"@odata.nextLink\":\"https://h.example/api/things?$skip=2\"}"));
        assertEquals(
                "{\"@odata.nextLink\":\"http://127.0.0.1:8080/api/things?$skip=2\"}",
                handed.body().text());
        assertEquals(Headers.of(Map.of("X-Other", "1")), handed.headers());
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example,      https://h.example/api/things/1,      http://127.0.0.1:8080/api/things/1",
        "https://h.example,      HTTPS://H.example:443/api/things/1,  http://127.0.0.1:8080/api/things/1",
        "https://h.example/gw,   https://h.example/gw/api/things/1,   http://127.0.0.1:8080/api/things/1",
        "https://h.example/gw,   /gw/api/things/1,                    /api/things/1",
        "https://h.example/gw,   https://h.example/login,             https://h.example/login",
        "https://h.example/gw,   https://h.example/gwother/x,         https://h.example/gwother/x",
        "https://h.example,      http://h.example/api/things/1,       http://h.example/api/things/1",
        "https://h.example,      https://h.example:8443/a,            https://h.example:8443/a",
        "https://h.example,      https://other.example/a,             https://other.example/a",
        "https://h.example,      things/1,                            things/1"
    })
    void aLocationAtTheServiceLeadsThroughTheProxyAndAnotherStays(String service, String place, String expected) {
        Response response = new Response(302, Headers.of(Map.of("Location", place)), Body.none());
        assertEquals(
                Optional.of(expected), through(service, response, Body.none()).header("Location"));
    }
}
