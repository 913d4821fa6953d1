package dev.tick.stub;

import static dev.tick.stub.Caller.PATH;
import static dev.tick.stub.Caller.SHA1;
import static dev.tick.stub.Caller.SUBMISSION;
import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.authority.TokenVariant;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One exchange at a time, with a stub that all of them share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StubServerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T10:20:30.123400099Z"), ZoneOffset.UTC);

    private final StubServer stub =
            StubServer.start(StubConfig.builder("tiindicators").clock(CLOCK).build());
    private final Caller caller = new Caller(stub);

    @AfterAll
    void stop() {
        stub.close();
    }

    @Test
    void createsTheEntityAndEchoesEverySubmittedValue() throws Exception {
        HttpResponse<String> created = caller.submit(SUBMISSION);
        assertEquals(201, created.statusCode());
        assertEquals(
                "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8",
                created.headers().firstValue("Content-Type").orElse(""));
        assertEquals("4.0", created.headers().firstValue("OData-Version").orElse(""));
        assertEquals("""
                {"@odata.context":"https://api.securitycenter.windows.com/api/$metadata#TiIndicators/$entity",\
                "indicator":"%s","indicatorType":"FileSha1","title":"test",\
                "creationTimeDateTimeUtc":"2026-01-01T10:20:30.1234Z","createdBy":"%s",\
                "expirationTime":"2030-12-12T00:00:00.1234567Z","action":"AlertAndBlock","severity":null,\
                "description":null,"recommendedActions":null}""".formatted(SHA1, stub.application().id()), created.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d\\ude00",
                "\\ud800",
                "a\\u0000b",
                "\\u202e<b>&amp;</b>",
                " a  b ",
                "\\\"\\\\/",
                "e\\u0301"
            })
    void echoesTextExactly(String escaped) throws Exception {
        HttpResponse<String> created = caller.submit(SUBMISSION.replace("\"test\"", "\"" + escaped + "\""));
        JsonNode sent = JsonMapper.shared().readTree("\"" + escaped + "\"");
        assertEquals(sent, json(created).path("title"), created.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"indicatorType\": \"Url\", \"title\": 5} | MissingRequiredParameter | Parameter indicator is missing. Parameter action is missing. /title: expected type [\"string\",\"null\"], got 5.",
                "{\"indicator\": \"abc\", \"indicatorType\": \"FileSha1\", \"action\": \"Alert\"} | InvalidHashValue | Hash value abc is invalid.",
                "{\"indicator\": \"300.0.0.1\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\"} | InvalidIpAddress | IP address 300.0.0.1 is invalid.",
                "{\"indicator\": \"-a-.example\", \"indicatorType\": \"DomainName\", \"action\": \"Alert\"} | InvalidDomainName | Domain name -a-.example is invalid.",
                "{\"indicator\": \"host.example\", \"indicatorType\": \"Url\", \"action\": \"Alert\"} | InvalidUrl | URL host.example is invalid.",
                "{\"indicator\": \"192.0.2.1\", \"indicatorType\": \"IpAddress\", \"action\": \"Block\"} | InvalidRequestBody | /action: expected one of [\"Alert\",\"AlertAndBlock\",\"Allowed\"], got \"Block\".",
                "{ | InvalidRequestBody | body: expected one JSON value, got Unexpected end-of-input: expected close marker for Object."
            })
    void refusesWithTheFamilysCodeAndNamesEveryViolation(String body, String code, String message) throws Exception {
        HttpResponse<String> refused = caller.submit(body);
        assertEquals("400 " + code, code(refused));
        assertEquals(message, json(refused).at("/error/message").asString());
        assertTrue(json(refused).at("/error/target").asString("").matches("[0-9a-f-]{36}"), refused.body());
    }

    @Test
    void refusesAnExpirationThatHasPassed() throws Exception {
        HttpResponse<String> refused = caller.submit(SUBMISSION.replace("2030-12-12", "2020-12-12"));
        assertEquals("400 BadRequest", code(refused));
        assertTrue(
                json(refused).at("/error/message").asString().contains("2020-12-12T00:00:00.1234567Z"), refused.body());
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, 401 Unauthorized",
        "OTHER_AUDIENCE, 403 Forbidden",
        "WITHOUT_ROLE, 403 Forbidden",
        "DELEGATED, 403 Forbidden",
        "DELEGATED_WITHOUT_SCOPE, 403 Forbidden"
    })
    void refusesAFlawedToken(TokenVariant variant, String expected) throws Exception {
        HttpRequest.Builder request = caller.request("POST", PATH, SUBMISSION)
                .header("Authorization", "Bearer " + stub.token(stub.application(), variant))
                .header("Content-Type", "application/json");
        assertEquals(expected, code(caller.send(request)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dGljazp0aWNr", "Bearer", "Bearer x.y.z", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void refusesWhatIsNoToken(String authorization) throws Exception {
        HttpRequest.Builder request = caller.request("POST", PATH, SUBMISSION)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
        assertEquals("401 Unauthorized", code(caller.send(request)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Digest ", "Basic "})
    void refusesASoundTokenInTheWrongPlaceAndNamesTheRightOne(String scheme) throws Exception {
        HttpRequest.Builder request = caller.request("POST", PATH, SUBMISSION)
                .header("Authorization", scheme + stub.token(stub.application(), TokenVariant.SOUND))
                .header("Content-Type", "application/json");
        HttpResponse<String> refused = caller.send(request);
        assertEquals("401 Unauthorized", code(refused));
        assertEquals(List.of("Bearer"), refused.headers().allValues("WWW-Authenticate"));
    }

    @Test
    void refusesATamperedToken() throws Exception {
        String token = stub.token(stub.application(), TokenVariant.SOUND);
        int at = token.lastIndexOf('.') + 20;
        String tampered = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
        HttpRequest.Builder request = caller.request("POST", PATH, SUBMISSION)
                .header("Authorization", "Bearer " + tampered)
                .header("Content-Type", "application/json");
        assertEquals("401 Unauthorized", code(caller.send(request)));
    }

    @Test
    void refusesAnotherMediaType() throws Exception {
        HttpRequest.Builder request = caller.request("POST", PATH, SUBMISSION)
                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                .header("Content-Type", "text/plain");
        assertEquals("415 UnsupportedMediaType", code(caller.send(request)));
    }

    @Test
    void answersAnotherMethodWithWhatIsAllowed() throws Exception {
        HttpResponse<String> list = caller.send("DELETE", PATH, "");
        assertEquals(405, list.statusCode());
        assertEquals("POST, GET", list.headers().firstValue("Allow").orElse(""));
        assertEquals("", list.body());
        assertEquals(
                "GET, PATCH, DELETE",
                caller.send("PUT", PATH + "/" + SHA1, "")
                        .headers()
                        .firstValue("Allow")
                        .orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/api", "/api/indicators", "/__admin/mappings", "/__admin/requests", "/__admin/"})
    void answersOtherPathsWithNothingThere(String path) throws Exception {
        assertEquals("404 ResourceNotFound", code(caller.send("GET", path, "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://host.example/a/b?c=d&e=f%20g#h", "https://host.example/a+b", "https://host.example/%2F"
            })
    void findsAUrlByItsEscapedValue(String url) throws Exception {
        assertEquals(201, caller.submit("""
                {"indicator": "%s", "indicatorType": "Url", "action": "Alert"}""".formatted(url)).statusCode());
        String segment = URLEncoder.encode(url, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> read = caller.send("GET", PATH + "/" + segment, "");
        assertEquals(200, read.statusCode(), read.body());
        assertEquals(url, json(read).path("indicator").asString());
    }

    @Test
    void issuesTokensInBothForms() throws Exception {
        String v1 = form("client_credentials", stub.application().secret())
                + "&resource=https%3A%2F%2Fapi.securitycenter.windows.com%2F";
        String v2 = form("client_credentials", stub.application().secret())
                + "&scope=https%3A%2F%2Fapi.securitycenter.windows.com%2F.default";
        for (HttpResponse<String> answer : List.of(
                token(stub.tokenEndpoint().getPath(), v1),
                token(stub.tokenEndpoint().getPath().replace("/token", "/v2.0/token"), v2))) {
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(3599, json(answer).path("expires_in").asInt());
            assertEquals("Bearer", json(answer).path("token_type").asString());
            String bearer = "Bearer " + json(answer).path("access_token").asString();
            assertEquals(
                    200,
                    caller.send(caller.request("GET", PATH, "").header("Authorization", bearer))
                            .statusCode());
        }
    }

    @Test
    void namesATakenPort() {
        int taken = stub.baseUrl().getPort();
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> StubServer.start(
                        StubConfig.builder("tiindicators").port(taken).build()));
        assertTrue(
                String.valueOf(e.getMessage()).startsWith("port: cannot listen on 127.0.0.1:" + taken), e.toString());
    }

    private String form(String grant, String secret) {
        return "grant_type=" + grant + "&client_id=" + stub.application().id() + "&client_secret=" + secret;
    }

    private HttpResponse<String> token(String path, String form) throws Exception {
        return caller.send(
                caller.request("POST", path, form).header("Content-Type", "application/x-www-form-urlencoded"));
    }
}
