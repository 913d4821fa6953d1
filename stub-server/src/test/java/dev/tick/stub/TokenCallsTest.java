package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.TokenCall;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenCallsTest {
    private static final String API = "https://api.securitycenter.microsoft.com";

    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);
    private final Application application = stub.application();

    @BeforeEach
    void begin() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private HttpResponse<String> ask(URI endpoint, String form, String... headers)
            throws IOException, InterruptedException {
        var request = caller.request("POST", endpoint.getPath(), form)
                .header("Content-Type", "application/x-www-form-urlencoded");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return caller.send(request);
    }

    private String form(String secret) {
        return "grant_type=client_credentials&client_id=" + application.id() + "&client_secret=" + secret + "&resource="
                + URLEncoder.encode(API, StandardCharsets.UTF_8);
    }

    private TokenCall last() {
        return stub.tokenCalls().get(stub.tokenCalls().size() - 1);
    }

    @Test
    void oneTokenDoesForAHundredCalls() throws IOException, InterruptedException {
        String token = Caller.json(ask(stub.tokenEndpoint(), form(application.secret())))
                .path("access_token")
                .asString();
        for (int i = 0; i < 100; i++) {
            assertEquals(
                    200,
                    caller.send(caller.request("GET", "/api/indicators", "").header("Authorization", "Bearer " + token))
                            .statusCode());
        }
        assertEquals(100, stub.journal().size());
        assertEquals(1, stub.tokenCalls().size());
        assertTrue(last().issued());
    }

    @Test
    void tellWhoAskedAndHow() throws IOException, InterruptedException {
        ask(stub.tokenEndpoint(), form(application.secret()));
        assertEquals(
                new TokenCall.Flow(
                        "POST",
                        Optional.of(application.id()),
                        Optional.of("client_credentials"),
                        "client_secret_post",
                        "v1",
                        Optional.of(API)),
                last().flow());
        assertEquals(
                "token for " + application.id() + " (client_credentials, client_secret_post, v1) -> 200",
                last().line());
        String basic = Base64.getEncoder()
                .encodeToString((application.id() + ":" + application.secret()).getBytes(StandardCharsets.UTF_8));
        ask(
                stub.tokenEndpoint().resolve("v2.0/token"),
                "grant_type=client_credentials&scope=" + API + "/.default",
                "Authorization",
                "Basic " + basic);
        assertEquals(
                "token for " + application.id() + " (client_credentials, client_secret_basic, v2) -> 200",
                last().line());
        assertEquals(Optional.of(API + "/.default"), last().flow().asked());
    }

    @Test
    void nameNoProofThatWasNotGiven() throws IOException, InterruptedException {
        String endpoint = "grant_type=client_credentials&client_assertion=";
        ask(stub.tokenEndpoint(), "grant_type=client_credentials", "Authorization", "Bearer sesame");
        assertEquals("other_authorization", last().flow().proof());
        assertEquals(Optional.empty(), last().flow().client());
        ask(stub.tokenEndpoint(), "grant_type=client_credentials", "Authorization", "bAsIc sesame");
        assertEquals("client_secret_basic", last().flow().proof());
        ask(stub.tokenEndpoint(), endpoint + assertion("own-client", "own-client"));
        assertEquals("private_key_jwt", last().flow().proof());
        assertEquals(Optional.of("own-client"), last().flow().client());
        ask(stub.tokenEndpoint(), endpoint + assertion("https://ci.example", "repo:tick"));
        assertEquals("federated_jwt", last().flow().proof());
        assertEquals(Optional.empty(), last().flow().client());
        ask(stub.tokenEndpoint(), endpoint + assertion("https://ci.example", "repo:tick") + "&client_id=mine");
        assertEquals("federated_jwt", last().flow().proof());
        assertEquals(Optional.of("mine"), last().flow().client());
        ask(stub.tokenEndpoint(), endpoint + "sesame");
        assertEquals("unreadable_jwt", last().flow().proof());
    }

    private static String assertion(String issuer, String subject) {
        return Stream.of("{\"alg\":\"RS256\"}", "{\"iss\":\"" + issuer + "\",\"sub\":\"" + subject + "\"}", "signature")
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    @Test
    void keepTheMethod() throws IOException, InterruptedException {
        caller.send(caller.request("GET", stub.tokenEndpoint().getPath(), ""));
        ask(stub.tokenEndpoint(), form(application.secret()));
        JsonNode calls = admin().path("tokenCalls");
        assertEquals("GET", calls.at("/0/method").asString());
        assertEquals("POST", calls.at("/1/method").asString());
        assertEquals("POST", last().flow().method());
        assertTrue(
                stub.tokenCalls().get(0).line().startsWith("GET for a token for an unnamed client (none, v1) -> 405"));
    }

    @Test
    void tellTheErrorAndItsCause() throws IOException, InterruptedException {
        ask(stub.tokenEndpoint(), form("wrong"));
        assertEquals(
                new TokenCall.Result(
                        401,
                        Optional.of("invalid_client"),
                        Optional.of("AADSTS7000215: The client secret is not one of the application '"
                                + application.id() + "'."),
                        Optional.empty()),
                last().result());
        ask(stub.tokenEndpoint(), "grant_type=password&username=u&password=sesame");
        assertTrue(
                last().line()
                        .startsWith("token for an unnamed client (password, none, v1) -> 400 unsupported_grant_type: "),
                last().line());
        caller.send(caller.request("GET", stub.tokenEndpoint().getPath(), ""));
        assertEquals(
                Optional.of("GET is not offered here: allowed POST"),
                last().result().cause());
        assertFalse(last().issued());
        stub.play("503 x1 on token");
        ask(stub.tokenEndpoint(), form(application.secret()));
        assertEquals("503 x1 on token", last().step());
        assertEquals(503, last().result().status());
    }

    @Test
    void holdNoSecret() throws IOException, InterruptedException {
        ask(stub.tokenEndpoint(), form(application.secret()));
        ask(stub.tokenEndpoint(), form("sesame") + "&client_assertion=sesame");
        ask(stub.tokenEndpoint(), form("sesame"), "Authorization", "Basic sesame");
        String all = stub.tokenCalls().toString() + admin();
        assertFalse(all.contains(application.secret()), all);
        assertFalse(all.contains("sesame"), all);
        assertFalse(all.contains("eyJ"), all);
    }

    @Test
    void standInTheJournalOverHttpInTheOrderOfTheirNumbers() throws IOException, InterruptedException {
        ask(stub.tokenEndpoint(), form("wrong"));
        caller.send("POST", "/api/indicators", "{}");
        ask(stub.tokenEndpoint(), form(application.secret()));
        JsonNode journal = admin();
        long first = journal.at("/tokenCalls/0/number").asLong();
        assertEquals(first + 1, journal.at("/entries/0/number").asLong());
        assertEquals(first + 2, journal.at("/tokenCalls/1/number").asLong());
        assertEquals("invalid_client", journal.at("/tokenCalls/0/error").asString());
        assertEquals(application.id(), journal.at("/tokenCalls/0/client").asString());
        assertEquals("client_secret_post", journal.at("/tokenCalls/0/proof").asString());
        assertTrue(journal.at("/tokenCalls/1/error").isNull());
    }

    @Test
    void areNotThoseThatATestMakesItself() {
        stub.token(application, TokenVariant.SOUND);
        assertEquals(List.of(), stub.tokenCalls());
    }

    private JsonNode admin() throws IOException, InterruptedException {
        return Caller.json(caller.send(caller.request("GET", "/tick/journal", "")));
    }
}
