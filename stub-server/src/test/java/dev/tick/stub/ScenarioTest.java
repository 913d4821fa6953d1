package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.pipeline.RefusalPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A client that meets each scenario through a real connection. */
class ScenarioTest {
    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterEach
    void stop() {
        stub.close();
    }

    private List<String> submits(int times) throws IOException, InterruptedException {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            codes.add(Caller.code(caller.submit(Caller.SUBMISSION)));
        }
        return codes;
    }

    @Test
    void walksThroughItsStepsAndIsFineThen() throws IOException, InterruptedException {
        stub.play("token-expires");
        assertEquals(List.of("201 ", "401 Unauthorized", "201 ", "201 "), submits(4));
        assertEquals(
                List.of("fine x1", "expired-token x1", "fine", "fine"),
                stub.journal().stream().map(entry -> entry.step()).toList());
    }

    @Test
    void failsInABurstAndDoesNothingMeanwhile() throws IOException, InterruptedException {
        stub.play("500 x1, 502 x1, 503 x1, 429 x1");
        assertEquals(List.of("500 InternalServerError", "502 Error", "503 Error", "429 TooManyRequests"), submits(4));
        assertEquals(0, listed());
    }

    @Test
    void saysWhenToComeAgainWhereThatHelps() throws IOException, InterruptedException {
        stub.play("429 x1, 503 x1, 500 x1");
        assertEquals("1", retryAfter());
        assertEquals("1", retryAfter());
        assertEquals("absent", retryAfter());
    }

    @Test
    void saysNotWhenToComeAgainOrAtOnceOrInADay() throws IOException, InterruptedException {
        stub.play("retry-after none x1, retry-after 0s x1, retry-after 1440m x1");
        assertEquals("absent", retryAfter());
        assertEquals("0", retryAfter());
        assertEquals("86400", retryAfter());
        // Neither of the first two holds anybody off; the third does, and begins anew.
        assertEquals("86400", retryAfter());
        assertEquals(
                List.of("retry-after none x1", "retry-after 0s x1", "retry-after 1440m x1", "fine"),
                stub.journal().stream().map(entry -> entry.step()).toList());
    }

    @Test
    void becomesWhatItPlaysUnderTheFormerName() throws IOException, InterruptedException {
        stub.become("429 x1");
        assertEquals(List.of("429 TooManyRequests", "201 "), submits(2));
        stub.become("fine");
        assertEquals(List.of("201 "), submits(1));
    }

    @Test
    void playsTheScenarioOfItsConfigurationFromTheStart() throws IOException, InterruptedException {
        StubConfig config =
                StubConfig.builder("tiindicators").scenario("503 x1").build();
        try (StubServer other = StubServer.start(config)) {
            assertEquals(503, new Caller(other).submit(Caller.SUBMISSION).statusCode());
            assertEquals(201, new Caller(other).submit(Caller.SUBMISSION).statusCode());
        }
    }

    private String retryAfter() throws IOException, InterruptedException {
        return caller.submit(Caller.SUBMISSION)
                .headers()
                .firstValue("Retry-After")
                .orElse("absent");
    }

    @Test
    void losesTheAnswerOfWhatTookEffect() throws IOException, InterruptedException {
        for (String line : List.of("drop x1", "reset x1", "garbage x1")) {
            stub.reset();
            stub.play(line);
            assertThrows(IOException.class, () -> post(Caller.SUBMISSION), line);
            assertEquals(1, listed(), line);
        }
    }

    /** The JDK's client repeats a request whose kept connection was closed, so this one uses a connection once. */
    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = caller.request("POST", Caller.PATH, body)
                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                .header("Content-Type", "application/json")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int listed() throws IOException, InterruptedException {
        return Caller.json(caller.send("GET", Caller.PATH, "")).path("value").size();
    }

    /** The other name leads to the stub as well, so that the journal shows what a client sends there. */
    @Test
    void redirectsToAnotherNameOfItself() throws IOException, InterruptedException {
        stub.play("redirect x2");
        HttpResponse<String> redirected = caller.send("GET", Caller.PATH + "?$top=5", "");
        int port = stub.baseUrl().getPort();
        String other = "http://localhost:" + port + Caller.PATH + "?$top=5";
        assertEquals(307, redirected.statusCode());
        assertEquals(Optional.of(other), redirected.headers().firstValue("Location"));
        assertEquals(
                Optional.of("http://127.0.0.1:" + port + Caller.PATH),
                get("http://localhost:" + port + Caller.PATH).headers().firstValue("Location"));
        assertEquals(200, get(other).statusCode());
        assertEquals("http://localhost:" + port, stub.journal().get(2).request().origin());
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return caller.send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND)));
    }

    @Test
    void failsTheLastItemOfAnImport() throws IOException, InterruptedException {
        try (StubServer today = StubServer.start(StubConfig.of("indicators"))) {
            Caller importer = new Caller(today);
            String item = "{\"indicatorValue\":\"192.0.2.%d\",\"indicatorType\":\"IpAddress\",\"action\":\"Block\","
                    + "\"title\":\"t\",\"description\":\"d\"}";
            String batch = "{\"Indicators\":[" + item.formatted(1) + "," + item.formatted(2) + "]}";
            today.play("fail-item x1");
            assertEquals(List.of(false, true), failed(importer.send("POST", "/api/indicators/import", batch)));
            assertEquals(
                    List.of("192.0.2.1"),
                    Caller.json(importer.send("GET", "/api/indicators", "")).findValuesAsString("indicatorValue"));
            assertEquals(List.of(false, false), failed(importer.send("POST", "/api/indicators/import", batch)));
            today.play("fail-item x1");
            assertEquals(200, importer.send("GET", "/api/indicators", "").statusCode());
        }
    }

    @Test
    void failsNoItemOfAnImportOfNothing() throws IOException, InterruptedException {
        try (StubServer lenient = StubServer.start(
                StubConfig.builder("indicators").refuse(RefusalPolicy.NOTHING).build())) {
            lenient.play("fail-item x1");
            assertEquals(
                    List.of(),
                    failed(new Caller(lenient).send("POST", "/api/indicators/import", "{\"Indicators\":[]}")));
        }
    }

    private static List<Boolean> failed(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer::body);
        return Caller.json(answer).findValues("isFailed").stream()
                .map(JsonNode::booleanValue)
                .toList();
    }

    @Test
    void takesItsTime() throws IOException, InterruptedException {
        for (String line : List.of("delay 300ms x1", "slow 300ms x1")) {
            stub.play(line);
            long before = System.nanoTime();
            assertEquals(List.of("201 "), submits(1));
            assertTrue(System.nanoTime() - before >= 250_000_000, line);
        }
    }

    @Test
    void concernsOnePlaceAlone() throws IOException, InterruptedException {
        stub.play("503 x2 on token");
        assertEquals(List.of("201 "), submits(1));
        assertEquals(503, token().statusCode());
        assertEquals(503, token().statusCode());
        assertEquals(200, token().statusCode());
        stub.play("404 x1 on getIndicator");
        assertEquals(List.of("201 "), submits(1));
        assertEquals("404 ResourceNotFound", Caller.code(caller.send("GET", Caller.PATH + "/" + Caller.SHA1, "")));
        assertEquals(
                200, caller.send("GET", Caller.PATH + "/" + Caller.SHA1, "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "400 x1, 400, invalid_client",
        "401 x1, 401, invalid_client",
        "408 x1, 408, temporarily_unavailable",
        "429 x1, 429, temporarily_unavailable",
        "retry-after 9s x1, 429, temporarily_unavailable",
        "500 x1, 500, temporarily_unavailable"
    })
    void refusesATokenInTheWordsOfOAuth(String step, int status, String error)
            throws IOException, InterruptedException {
        stub.play(step + " on token");
        HttpResponse<String> refused = token();
        assertEquals(status, refused.statusCode());
        assertEquals(error, Caller.json(refused).path("error").asString());
        assertEquals(Optional.of("no-store"), refused.headers().firstValue("Cache-Control"));
        assertEquals(
                Optional.of("The call could not be served; try again later."),
                stub.tokenCalls().get(0).result().cause());
        assertEquals(
                refused.headers().firstValue("Retry-After"),
                stub.tokenCalls().get(0).result().retryAfter());
    }

    @Test
    void refusesATokenThatIsAskedForTooEarlyInTheWordsOfOAuth() throws IOException, InterruptedException {
        stub.play("retry-after 9s x1 on token");
        token();
        HttpResponse<String> early = token();
        assertEquals(429, early.statusCode());
        assertEquals("temporarily_unavailable", Caller.json(early).path("error").asString());
        assertEquals(Optional.of("9"), stub.tokenCalls().get(1).result().retryAfter());
    }

    private HttpResponse<String> token() throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials&client_id=" + stub.application().id() + "&client_secret="
                        + stub.application().secret() + "&resource=https://api.securitycenter.windows.com";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stub.tokenEndpoint().toString()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
