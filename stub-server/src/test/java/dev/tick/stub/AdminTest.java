package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.register.Specification;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.quota.Quota;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminTest {
    private final StubServer stub = StubServer.start(StubConfig.builder("tiindicators")
            .quotas(new Quota(1000, Duration.ofMinutes(1)))
            .build());
    private final Caller caller = new Caller(stub);

    @BeforeEach
    void begin() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return caller.send(caller.request(method, path, body).header("Content-Type", "application/json"));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("GET", path, "");
        assertEquals(200, answer.statusCode(), answer.body());
        return Caller.json(answer);
    }

    @Test
    void showsTheJournalWithViolationsAndRows() throws IOException, InterruptedException {
        long before = get("/tick/status").at("/journal/latest").asLong();
        caller.submit("{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\"}");
        JsonNode entry = get("/tick/journal?after=" + before).at("/entries/0");
        assertEquals(before + 1, entry.path("number").asLong());
        assertEquals("POST", entry.at("/request/method").asString());
        assertEquals(
                "Bearer [removed]", entry.at("/request/headers/authorization").asString());
        assertEquals(stub.application().id(), entry.path("application").asString());
        assertEquals("required", entry.at("/violations/0/keyword").asString());
        assertEquals(
                "[\"CLI-003\",\"SUB-024\",\"SUB-025\",\"ERR-004\"]",
                entry.path("requirements").toString());
        assertEquals(400, entry.at("/answer/status").asInt());
        assertEquals(
                0, get("/tick/journal?after=" + (before + 1)).path("entries").size());
        assertEquals(204, call("DELETE", "/tick/journal", "").statusCode());
        assertEquals(0, get("/tick/journal").path("entries").size());
        assertEquals("400 BadRequest", Caller.code(call("GET", "/tick/journal?after=x", "")));
    }

    @ParameterizedTest
    @CsvSource({"scenario, steps, actions, description", "mood, mood, manners, manner"})
    void playsScenariosUnderTheirNameAndTheFormerOne(String name, String steps, String actions, String description)
            throws IOException, InterruptedException {
        String path = "/tick/" + name;
        JsonNode set = Caller.json(call("PUT", path, "{\"" + name + "\":\"429 x1, 503 x1\"}"));
        assertEquals(
                "{\"" + name + "\":\"429 x1, 503 x1\",\"step\":\"429 x1\",\"met\":0,\"usedUp\":false}", set.toString());
        assertEquals(set, get("/tick/status").path(name));
        assertEquals(429, caller.submit(Caller.SUBMISSION).statusCode());
        assertEquals("503 x1", get(path).path("step").asString());
        assertEquals(503, caller.submit(Caller.SUBMISSION).statusCode());
        assertEquals("fine", get(path).path("step").asString());
        assertTrue(get(path).path("usedUp").asBoolean(), "no step is left");
        HttpResponse<String> wrong = call("PUT", path, "{\"" + name + "\":\"throtled\"}");
        assertEquals("400 BadRequest", Caller.code(wrong));
        assertTrue(wrong.body().contains("did you mean 'throttled'?"), wrong.body());
        assertEquals("400 BadRequest", Caller.code(call("PUT", path, "{\"" + name + "\":5}")));
        JsonNode all = get(path + "s");
        assertEquals("token-expires", all.at("/scenarios/0/name").asString());
        assertEquals(
                "fine x1, expired-token x1", all.at("/scenarios/0/" + steps).asString());
        assertEquals("fine", all.at("/" + actions + "/0").asString());
        assertEquals(
                new FaultCatalogue(List.of(Specification.load("tiindicators")))
                        .faults()
                        .size(),
                all.path("faults").size());
        assertTrue(all.at("/faults/0/" + description).isString());
    }

    @Test
    void showsWhatIsHeldAndWhatIsLeft() throws IOException, InterruptedException {
        caller.submit(Caller.SUBMISSION);
        assertEquals(
                Caller.SHA1, get("/tick/entities").at("/entities/0/indicator").asString());
        assertEquals(1, get("/tick/status").path("entities").asInt());
        assertEquals(
                "{\"calls\":1000,\"seconds\":60,\"remaining\":999}",
                get("/tick/quotas").at("/quotas/0/limits/0").toString());
        assertEquals(
                "Submit TI Indicator API", get("/tick/status").path("contract").asString());
        String rows = get("/tick/requirements").toString();
        assertTrue(rows.contains("{\"id\":\"SUB-001\",\"level\":\"must\",\"basis\":\"documented\","), rows);
        assertEquals("3.1.0", get("/tick/contract").path("openapi").asString());
        assertEquals(204, call("POST", "/tick/reset", "").statusCode());
        assertEquals(0, get("/tick/entities").path("entities").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /tick/scenario | {\"scenario\": \"fine\", \"time\": 1} | unknown key 'time'; expected one of [scenario].",
                "POST | /tick/tokens | {\"varient\": \"expired\"} | unknown key 'varient' (did you mean 'variant'?); expected one of [application, variant].",
                "POST | /tick/applications | {\"role\": [\"Ti.ReadWrite\"]} | unknown key 'role' (did you mean 'roles'?); expected one of [id, name, roles, secret]."
            })
    void anUnknownKeyIsToldAndNothingIsDone(String method, String path, String body, String message) throws Exception {
        int before = get("/tick/applications").path("applications").size();
        HttpResponse<String> answer = call(method, path, body);
        assertEquals("400 BadRequest", Caller.code(answer));
        assertEquals(message, Caller.json(answer).at("/error/message").asString());
        assertEquals(before, get("/tick/applications").path("applications").size());
    }

    @Test
    void letsApplicationsComeAndGo() throws IOException, InterruptedException {
        JsonNode made = Caller.json(call("POST", "/tick/applications", "{\"roles\":[\"Ti.ReadWrite\"]}"));
        String id = made.path("id").asString();
        assertEquals(200, list(token("{\"application\":\"" + id + "\"}")));
        assertEquals(401, list(token("{\"application\":\"" + id + "\",\"variant\":\"expired\"}")));
        assertEquals(403, list(token("{\"variant\":\"Delegated\"}")));
        String kept = token("{\"application\":\"" + id + "\"}");
        assertEquals(3, get("/tick/applications").path("applications").size());
        assertEquals(204, call("DELETE", "/tick/applications/" + id, "").statusCode());
        assertEquals(401, list(kept));
        assertEquals("404 NotFound", Caller.code(call("DELETE", "/tick/applications/" + id, "")));
        assertEquals("400 BadRequest", Caller.code(call("POST", "/tick/tokens", "{\"variant\":\"stale\"}")));
        assertEquals("400 BadRequest", Caller.code(call("POST", "/tick/applications", "{\"roles\":\"Ti.ReadWrite\"}")));
        assertEquals("400 BadRequest", Caller.code(call("POST", "/tick/applications", "{\"roles\":[1]}")));
        assertEquals(
                201, call("POST", "/tick/applications", "{\"id\":\"a/b c\"}").statusCode());
        assertEquals(204, call("DELETE", "/tick/applications/a%2Fb%20c", "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "sound, 200",
        "expired, 401",
        "without_role, 403",
        "without-role, 403",
        "withoutRole, 403",
        "WITHOUT ROLE, 403",
        "delegated, 403",
        "delegated_without_scope, 403",
        "delegated-without-scope, 403",
        "other-audience, 403"
    })
    void makesATokenOfAnyVariantHoweverItsNameIsWritten(String variant, int status) throws Exception {
        assertEquals(status, list(token("{\"variant\":\"" + variant + "\"}")));
    }

    @Test
    void saysWhichVariantsThereAre() throws IOException, InterruptedException {
        assertEquals(
                "variant: expected one of [sound, expired, without_role, delegated, delegated_without_scope, other_audience],"
                        + " got 'expird' (did you mean 'expired'?).",
                Caller.json(call("POST", "/tick/tokens", "{\"variant\":\"expird\"}"))
                        .at("/error/message")
                        .asString());
    }

    private String token(String body) throws IOException, InterruptedException {
        return Caller.json(call("POST", "/tick/tokens", body))
                .path("access_token")
                .asString();
    }

    private int list(String token) throws IOException, InterruptedException {
        return caller.send(caller.request("GET", Caller.PATH, "").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tick/jurnal, '', 404 NotFound",
        "PUT, /tick/scenario, no json, 400 BadRequest",
        "PUT, /tick/scenario, [], 400 BadRequest",
        "PUT, /tick/scenario, '', 400 BadRequest",
        "GET, /tick/, '', 404 NotFound",
        "GET, /__admin/mappings, '', 404 ResourceNotFound",
        "GET, /__admin/requests, '', 404 ResourceNotFound"
    })
    void refusesWhatItDoesNotKnow(String method, String path, String body, String code)
            throws IOException, InterruptedException {
        assertEquals(code, Caller.code(call(method, path, body)));
    }

    @Test
    void namesTheMethodsThatACallTakes() throws IOException, InterruptedException {
        HttpResponse<String> answer = call("POST", "/tick/journal", "{}");
        assertEquals(405, answer.statusCode());
        assertEquals(Optional.of("GET, DELETE"), answer.headers().firstValue("Allow"));
    }

    @Test
    void isClosedToOtherSitesInABrowserOnThisMachine() throws IOException, InterruptedException {
        HttpResponse<String> form =
                caller.send(caller.request("POST", "/tick/reset", "").header("Content-Type", "text/plain"));
        assertEquals("415 UnsupportedMediaType", Caller.code(form));
        assertEquals(
                "HTTP/1.1 403 Forbidden",
                statusLine("attacker.example:" + stub.baseUrl().getPort()));
        assertEquals("HTTP/1.1 200 OK", statusLine("localhost:" + stub.baseUrl().getPort()));
    }

    @Test
    void takesACallWithoutABodyWithoutAContentType() throws IOException, InterruptedException {
        assertEquals(204, caller.send(caller.request("POST", "/tick/reset", "")).statusCode());
        HttpResponse<String> token = caller.send(caller.request("POST", "/tick/tokens", ""));
        assertEquals(200, token.statusCode(), token.body());
        assertEquals(
                "415 UnsupportedMediaType", Caller.code(caller.send(caller.request("POST", "/tick/tokens", "{}"))));
    }

    /** A browser names the origin of the page in each POST, also in one without a body, for which it asks nobody before. */
    @Test
    void takesNoEmptyCallOfAPageOfAnotherSite() throws IOException {
        String own = "127.0.0.1:" + stub.baseUrl().getPort();
        assertEquals("HTTP/1.1 403 Forbidden", reset(own, "https://attacker.example"));
        assertEquals("HTTP/1.1 403 Forbidden", reset(own, "null"));
        assertEquals("HTTP/1.1 204 No Content", reset(own, "http://" + own));
    }

    private String reset(String host, String origin) throws IOException {
        return statusLine(
                "POST /tick/reset HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                stub.baseUrl().getPort());
    }

    private String statusLine(String host) throws IOException {
        return statusLine(
                "GET /tick/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n",
                stub.baseUrl().getPort());
    }

    private static String statusLine(String request, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void wantsAKeyWhereOthersCanReachIt() throws IOException, InterruptedException {
        StubConfig open = StubConfig.builder("tiindicators").address("0.0.0.0").build();
        String refusal = String.valueOf(assertThrows(IllegalArgumentException.class, () -> StubServer.start(open))
                .getMessage());
        assertTrue(refusal.startsWith("admin-key: a stub on 0.0.0.0 can be reached from elsewhere"), refusal);
        try (StubServer keyed =
                StubServer.start(open.toBuilder().adminKey("0123456789abcdef").build())) {
            Caller other = new Caller(keyed);
            assertEquals("401 Unauthorized", Caller.code(other.send(other.request("GET", "/tick/status", ""))));
            assertEquals(
                    200,
                    other.send(other.request("GET", "/tick/status", "").header("X-Tick-Key", "0123456789abcdef"))
                            .statusCode());
        }
    }
}
