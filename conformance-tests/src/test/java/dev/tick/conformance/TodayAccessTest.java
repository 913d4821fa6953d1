package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.Style;
import dev.tick.reference.today.TodayFault;
import dev.tick.reference.today.TokenType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the second server of today's edition lets in, and what it says of HTTP that it does not take. */
class TodayAccessTest {
    private static final String PATH = "/api/indicators";

    private final IndicatorsServer server = IndicatorsServer.start(Style.PLAIN, TodayFault.NONE, "");
    private final TodayClient client = new TodayClient(server, TokenType.SOUND);

    @AfterEach
    void close() {
        server.close();
    }

    /** Submit, list, import, delete, delete a batch. */
    @ParameterizedTest
    @CsvSource({
        "SOUND, 200 200 200 404 404",
        "OTHER_APPLICATION, 200 200 200 404 404",
        "TENANT_WIDE, 200 200 200 404 404",
        "DELEGATED, 200 200 200 403 403",
        "WITHOUT_ROLE, 403 403 403 403 403",
        "EXPIRED, 401 401 401 401 401",
        "OTHER_AUDIENCE, 401 401 401 401 401",
        "TAMPERED, 401 401 401 401 401",
        "UNSIGNED, 401 401 401 401 401",
        "MALFORMED, 401 401 401 401 401"
    })
    void letsInByTheToken(TokenType sort, String statuses) {
        TodayClient caller = new TodayClient(server, sort);
        String item = TodayServerTest.indicator("192.0.2.1", "'Alert'", "");
        assertEquals(
                statuses,
                Stream.of(
                                caller.post(PATH, item),
                                caller.get(PATH),
                                caller.post(PATH + "/import", "{'Indicators': [" + item + "]}"),
                                caller.delete(PATH + "/1"),
                                caller.post(PATH + "/BatchDelete", "{'IndicatorIds': ['1']}"))
                        .map(response -> Integer.toString(response.statusCode()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void actsForTheApplicationOfADelegatedToken() {
        HttpResponse<String> created = new TodayClient(server, TokenType.DELEGATED)
                .post(PATH, TodayServerTest.indicator("192.0.2.1", "'Alert'", ""));
        assertEquals(
                server.application(),
                TodayClient.json(created).path("createdBy").asString());
    }

    @ParameterizedTest
    @CsvSource({"Bearer, 200", "bEARER, 200", "Basic, 401"})
    void knowsTheSchemeInAnyCase(String scheme, int status) {
        HttpResponse<String> response = TodayClient.send(HttpRequest.newBuilder(URI.create(server.baseUrl() + PATH))
                .header("Authorization", scheme + " " + server.token(TokenType.SOUND)));
        assertEquals(status, response.statusCode());
    }

    @Test
    void challengesACallerWithoutAToken() {
        HttpResponse<String> response = TodayClient.send(HttpRequest.newBuilder(URI.create(server.baseUrl() + PATH)));
        assertEquals(
                "401 Bearer Unauthorized",
                response.statusCode() + " "
                        + response.headers().firstValue("WWW-Authenticate").orElse("") + " "
                        + TodayClient.json(response).path("error").path("code").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/indicators, 405, 'GET, POST'",
        "HEAD, /api/indicators, 405, 'GET, POST'",
        "GET, /api/indicators/995, 405, DELETE",
        "GET, /api/v1.0/indicators/import, 405, POST",
        "DELETE, /api/indicators/BatchDelete, 405, POST",
        "GET, /api/nothing, 404, ''",
        "HEAD, /, 404, ''"
    })
    void saysWhichMethodsAPathHas(String method, String path, int status, String allowed) {
        HttpResponse<String> response = TodayClient.send(client.request(path).method(method, BodyPublishers.noBody()));
        assertEquals(
                status + " " + allowed,
                response.statusCode() + " "
                        + response.headers().firstValue("Allow").orElse(""));
        assertEquals(status == 405 || method.equals("HEAD"), response.body().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "Application/JSON;charset=utf-8; odata.metadata=minimal, 200",
        "text/plain, 415",
        "'', 415"
    })
    void readsJsonAlone(String type, int status) {
        HttpRequest.Builder request = client.request(PATH)
                .POST(BodyPublishers.ofString(
                        TodayServerTest.indicator("192.0.2.1", "'Alert'", "").replace('\'', '"')));
        assertEquals(
                status,
                TodayClient.send(type.isEmpty() ? request : request.header("Content-Type", type))
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{'a': deep}", "{'a': 'ü'}"})
    void refusesABodyThatIsNoJsonInUtf8(String body) {
        String text = body.replace('\'', '"').replace("deep", "[".repeat(10_000));
        HttpResponse<String> response = TodayClient.send(client.request(PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text, StandardCharsets.ISO_8859_1)));
        assertEquals(
                "400 InvalidRequestBody",
                response.statusCode() + " "
                        + TodayClient.json(response).path("error").path("code").asString());
    }
}
