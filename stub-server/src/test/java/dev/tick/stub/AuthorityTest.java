package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Federation;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The authority, as a client with an HTTP library meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityTest {
    private static final String API = "https://api.securitycenter.windows.com";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String ISSUER = "https://ci.example";

    private final RSAKey own = key();
    private final RSAKey foreign = key();
    private final Application app = new Application(
                    "5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "sesame+open", List.of("Ti.ReadWrite"))
            .withCertificates(new JWKSet(own))
            .withFederation(new Federation(
                    ISSUER, "repo:acme/push:main", Federation.USUAL_AUDIENCE, new JWKSet(foreign.toPublicJWK())));
    private final Application bare = new Application("0a1b2c3d-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "nothing", List.of());
    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private final StubServer stub = StubServer.start(StubConfig.builder("tiindicators")
            .clock(clock)
            .applications(List.of(app, bare))
            .tokenLifetime(Duration.ofMinutes(10))
            .build());
    private final Caller caller = new Caller(stub);
    private final HttpClient http = HttpClient.newHttpClient();

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private String tenant() {
        return stub.tokenEndpoint().getPath().split("/", -1)[1];
    }

    private HttpResponse<String> post(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stub.baseUrl() + "/" + tenant() + path))
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length == 0 || !headers[0].equals("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> v1(String form) throws IOException, InterruptedException {
        return post("/oauth2/token", form.replace("{app}", app.id()).replace("{bare}", bare.id()));
    }

    private HttpResponse<String> v2(String form) throws IOException, InterruptedException {
        return post("/oauth2/v2.0/token", form.replace("{app}", app.id()));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String outcome(HttpResponse<String> response) {
        JsonNode body = json(response);
        return response.statusCode() + " " + body.path("error").asString("") + " "
                + body.at("/error_codes/0").asInt(0);
    }

    private int list(String token) throws IOException, InterruptedException {
        return caller.send(caller.request("GET", Caller.PATH, "").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void issuesTokensInBothForms() throws IOException, InterruptedException {
        JsonNode v1 =
                json(v1("grant_type=client_credentials&client_id={app}&client_secret=sesame%2Bopen&resource=" + API));
        assertEquals("\"600\"", v1.path("expires_in").toString());
        assertEquals(
                "\"" + clock.instant().plusSeconds(600).getEpochSecond() + "\"",
                v1.path("expires_on").toString());
        assertEquals(API, v1.path("resource").asString());
        assertEquals(200, list(v1.path("access_token").asString()));
        JsonNode v2 = json(v2("grant_type=client_credentials&client_id={app}&client_secret=sesame%2Bopen&scope=" + API
                + "/.default"));
        assertEquals("600", v2.path("expires_in").toString());
        assertEquals("Bearer", v2.path("token_type").asString());
        assertEquals(200, list(v2.path("access_token").asString()));
    }

    @Test
    void takesTheSecretInTheHeaderToo() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&resource=" + API;
        HttpResponse<String> good = post("/oauth2/token", form, "Authorization", basic(app.id() + ":sesame%2Bopen"));
        assertEquals(200, good.statusCode(), good.body());
        HttpResponse<String> bad = post("/oauth2/token", form, "Authorization", basic(app.id() + ":wrong"));
        assertEquals("401 invalid_client 7000215", outcome(bad));
        assertEquals(Optional.of("Basic realm=\"tick\""), bad.headers().firstValue("WWW-Authenticate"));
        assertEquals(
                "401 invalid_client 7000218",
                outcome(post("/oauth2/token", form, "Authorization", "Bearer something")));
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id={app}&client_secret=x | 400 invalid_request 900144",
                "grant_type=password&client_id={app} | 400 unsupported_grant_type 70003",
                "grant_type=client_credentials&client_secret=x | 400 invalid_request 900144",
                "grant_type=client_credentials&client_id=nobody&client_secret=x | 400 unauthorized_client 700016",
                "grant_type=client_credentials&client_id={app} | 401 invalid_client 7000218",
                "grant_type=client_credentials&client_id={app}&client_secret= | 401 invalid_client 7000218",
                "grant_type=client_credentials&client_id={app}&client_secret=wrong | 401 invalid_client 7000215",
                "grant_type=client_credentials&client_id={app}&client_secret=a&client_secret=b | 400 invalid_request 90023",
                "grant_type=client_credentials&client_id={app}&client_secret=a&client_assertion=b | 400 invalid_request 90023",
                "grant_type=client_credentials&client_id={app}&client_assertion=b | 400 invalid_request 900144",
                "grant_type=client_credentials&client_id={app}&client_assertion=b&client_assertion_type=c | 400 invalid_request 50027",
                "grant_type=client_credentials&client_id={bare}&client_secret=nothing | 400 invalid_resource 500011",
                "grant_type=client_credentials&client_id={bare}&client_secret=nothing&resource=x%20y | 400 invalid_resource 500011",
                "grant_type=client_credentials&client_id={bare}&client_secret=nothing&resource=https://api.example | 200  0",
                " | 400 invalid_request 900144"
            })
    void answersInTheWordsOfOAuth(String form, String outcome) throws IOException, InterruptedException {
        assertEquals(outcome, outcome(v1(form == null ? "" : form)));
    }

    @Test
    void refusesScopesTenantsMethodsAndTypesThatItDoesNotKnow() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id={app}&client_secret=sesame%2Bopen&scope=";
        String api = API + "/.default";
        for (String scope : List.of(
                "",
                API,
                "/.default",
                "a%20b/.default",
                "openid",
                "openid%20" + API,
                api + "%20email",
                api + "%20Openid",
                api + "%20" + api,
                api + "%20",
                "https://a.example/.default%20openid%20" + api)) {
            assertEquals("400 invalid_scope 70011", outcome(v2(form + scope)), scope);
        }
        URI other = URI.create(stub.baseUrl() + "/other.example/oauth2/token");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(other)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals("400 invalid_request 90002", outcome(answer));
        assertEquals(
                "AADSTS90002: There is no tenant 'other.example' here; this one is '" + tenant() + "'.",
                json(answer).path("error_description").asString());
        assertEquals(
                "400 invalid_request 90023", outcome(post("/oauth2/token", "{}", "Content-Type", "application/json")));
        assertEquals(
                405,
                http.send(HttpRequest.newBuilder(stub.tokenEndpoint()).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }

    /** So ask the vendor's libraries. */
    @Test
    void leavesScopesAboutAUserAside() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id={app}&client_secret=sesame%2Bopen&scope=";
        String api = API + "/.default";
        for (String scope : List.of("openid%20profile%20offline_access%20" + api, api + "%20openid")) {
            HttpResponse<String> answer = v2(form + scope);
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(200, list(json(answer).path("access_token").asString()));
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(app.id())
                .subject(app.id())
                .audience(stub.tokenEndpoint().toString())
                .expirationTime(Date.from(clock.instant().plusSeconds(300)));
    }

    private HttpResponse<String> assertion(RSAKey key, JWTClaimsSet claims)
            throws IOException, InterruptedException, JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.PS256), claims);
        jwt.sign(new RSASSASigner(key));
        return v1("grant_type=client_credentials&client_id={app}&resource=" + API + "&client_assertion_type="
                + URLEncoder.encode(JWT_BEARER, StandardCharsets.UTF_8) + "&client_assertion=" + jwt.serialize());
    }

    @Test
    void verifiesTheAssertionOfACertificate() throws Exception {
        HttpResponse<String> good = assertion(own, claims().build());
        assertEquals(200, good.statusCode(), good.body());
        SignedJWT token = SignedJWT.parse(json(good).path("access_token").asString());
        assertEquals("2", token.getJWTClaimsSet().getStringClaim("appidacr"));
        String refused = "401 invalid_client 700027";
        assertEquals(refused, outcome(assertion(foreign, claims().build())));
        assertEquals(
                refused,
                outcome(assertion(
                        own, claims().audience("https://other.example").build())));
        assertEquals(
                refused, outcome(assertion(own, claims().subject("somebody").build())));
        assertEquals(
                refused,
                outcome(assertion(
                        own,
                        claims().expirationTime(Date.from(clock.instant().minusSeconds(120)))
                                .build())));
        assertEquals(
                refused,
                outcome(assertion(
                        own,
                        claims().expirationTime(Date.from(clock.instant().plusSeconds(90_000)))
                                .build())));
        assertEquals(
                refused, outcome(assertion(own, claims().expirationTime(null).build())));
        assertEquals(
                refused,
                outcome(v1("grant_type=client_credentials&client_id={app}&resource=" + API + "&client_assertion_type="
                        + JWT_BEARER + "&client_assertion=no.jwt.atall")));
    }

    @Test
    void verifiesTheAssertionOfAnotherAuthority() throws Exception {
        JWTClaimsSet.Builder federated =
                claims().issuer(ISSUER).subject("repo:acme/push:main").audience(Federation.USUAL_AUDIENCE);
        assertEquals(200, assertion(foreign, federated.build()).statusCode());
        assertEquals("401 invalid_client 700027", outcome(assertion(own, federated.build())));
        assertEquals(
                "401 invalid_client 700213",
                outcome(assertion(
                        foreign, federated.subject("repo:acme/push:other").build())));
    }

    @Test
    void publishesWhereItIsAndTheKeysThatVerifyItsTokens() throws Exception {
        for (String document : List.of("/.well-known/openid-configuration", "/v2.0/.well-known/openid-configuration")) {
            JsonNode found = json(get(stub.baseUrl() + "/" + tenant() + document));
            assertEquals(
                    "https://sts.windows.net/" + tenant() + "/",
                    found.path("issuer").asString());
            assertTrue(found.path("token_endpoint").asString().startsWith(stub.baseUrl() + "/"), found.toString());
            assertEquals(
                    found.path("token_endpoint").asString().replaceFirst("token$", "authorize"),
                    found.path("authorization_endpoint").asString());
            JWKSet keys = JWKSet.parse(get(found.path("jwks_uri").asString()).body());
            SignedJWT token = SignedJWT.parse(stub.token(app, TokenVariant.SOUND));
            assertTrue(token.verify(new RSASSAVerifier(
                    keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
            assertFalse(keys.getKeys().get(0).isPrivate());
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void refusesARemovedApplicationAtOnceAndAnEndedTokenInTime() throws IOException, InterruptedException {
        Application passing = new Application("77777777-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "s", List.of("Ti.ReadWrite"));
        stub.applications().add(passing);
        String token = stub.token(passing, TokenVariant.SOUND);
        assertEquals(200, list(token));
        assertTrue(stub.applications().remove(passing.id()));
        assertEquals(401, list(token));
        assertFalse(stub.applications().remove(passing.id()));
        String short1 = stub.token(app, TokenVariant.SOUND);
        clock.move(Duration.ofSeconds(599));
        assertEquals(200, list(short1));
        clock.move(Duration.ofSeconds(1));
        assertEquals(401, list(short1));
        assertEquals(403, list(stub.token(app, TokenVariant.DELEGATED)));
        assertEquals(403, list(stub.token(bare, TokenVariant.SOUND)));
    }

    /** One key signs for all stubs of a process, so that only the tenant tells their tokens apart. */
    @Test
    void refusesATokenOfAnotherStubOfTheSameApplication() throws IOException, InterruptedException {
        try (StubServer other = StubServer.start(StubConfig.builder("tiindicators")
                .clock(clock)
                .applications(List.of(app))
                .build())) {
            assertEquals(200, list(stub.token(app, TokenVariant.SOUND)));
            assertEquals(401, list(other.token(app, TokenVariant.SOUND)));
        }
    }

    @Test
    void boundsTheLifetime() {
        assertEquals(
                "token-lifetime: expected more than nothing and at most a day, got PT24H1S",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> StubConfig.builder("tiindicators")
                                        .tokenLifetime(Duration.ofSeconds(86_401))
                                        .build())
                        .getMessage());
    }
}
