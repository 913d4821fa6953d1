package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.tenant.TenantPolicy;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sandboxes of one stub: nothing crosses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantsTest {
    private static final String RESOURCE = "https://api.securitycenter.windows.com";
    private static final Application PINNED =
            new Application("5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "sesame", List.of("Ti.ReadWrite"));

    private final TestClock clock = new TestClock("2026-11-28T10:00:00Z");
    private final RSAKey key = key(); // Made once: that takes longer than a start.
    private final StubServer usual = started(StubConfig.builder("tiindicators"));
    private StubServer stub = usual;

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private StubServer started(StubConfig.Builder config) {
        return StubServer.start(config.clock(clock)
                .identity(StubIdentity.made().withSigningKey(key))
                .build());
    }

    @BeforeEach
    void begin() {
        stub.reset();
        List.of("one", "two").forEach(stub::removeTenant);
    }

    @AfterEach
    void stopWhatIsNotUsual() {
        if (stub != usual) {
            stub.close();
            stub = usual;
        }
    }

    @AfterAll
    void stop() {
        usual.close();
    }

    private void restart(StubConfig.Builder config) {
        stub = started(config);
    }

    private static String values(Sandbox sandbox) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        Caller.json(new Caller(sandbox).send("GET", Caller.PATH, ""))
                .path("value")
                .forEach(one -> values.add(one.path("indicator").asString()));
        return String.join(" ", values);
    }

    private static String ip(String address) {
        return "{\"indicator\":\"" + address + "\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\"}";
    }

    private HttpResponse<String> askForToken(String tenant, Application application)
            throws IOException, InterruptedException {
        return post("/" + tenant + "/oauth2/token", application);
    }

    private HttpResponse<String> post(String path, Application application) throws IOException, InterruptedException {
        return new Caller(stub)
                .send(new Caller(stub)
                        .request(
                                "POST",
                                path,
                                "grant_type=client_credentials&client_id=" + application.id() + "&client_secret="
                                        + application.secret() + "&resource=" + RESOURCE)
                        .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private HttpResponse<String> submitWith(String token, String body) throws IOException, InterruptedException {
        Caller caller = new Caller(stub);
        return caller.send(caller.request("POST", Caller.PATH, body)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json"));
    }

    @Test
    void theSameNameGivesTheSameSandboxAndAnotherNameAnother() {
        Sandbox one = stub.tenant("team-a");
        assertEquals(one.tenantId(), stub.tenant("team-a").tenantId());
        assertEquals(one.tenantId(), stub.tenant(one.tenantId()).tenantId());
        assertEquals(one.application(), stub.tenant("team-a").application());
        assertNotEquals(one.tenantId(), stub.tenant("team-b").tenantId());
        assertNotEquals(one.tenantId(), stub.tenantId());
        assertNotEquals(one.application().id(), stub.application().id());
        assertEquals(stub.tenantId(), stub.tenant("default").tenantId());
        assertEquals(stub.tenantId(), stub.tenant(stub.tenantId()).tenantId());
        assertEquals(
                stub.baseUrl() + "/" + one.tenantId() + "/oauth2/token",
                one.tokenEndpoint().toString());
        assertEquals(stub.baseUrl(), one.baseUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "team a", "team/a", ".", "-a", "a\u0000"})
    void refusesAWordThatIsNoName(String name) {
        String said = assertThrows(IllegalArgumentException.class, () -> stub.tenant(name))
                .getMessage();
        assertTrue(
                String.valueOf(said).startsWith("name: expected up to 100 letters, digits and any of . _ $ -"), said);
    }

    @Test
    void indicatorsDoNotCross() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        Sandbox two = stub.tenant("two");
        assertEquals(201, new Caller(one).submit(ip("192.0.2.1")).statusCode());
        assertEquals(201, new Caller(two).submit(ip("192.0.2.2")).statusCode());
        assertEquals(201, new Caller(stub).submit(ip("192.0.2.3")).statusCode());
        assertEquals("192.0.2.1 192.0.2.2 192.0.2.3", values(one) + " " + values(two) + " " + values(stub));
        assertEquals(
                404,
                new Caller(two).send("DELETE", Caller.PATH + "/192.0.2.1", "").statusCode());
        assertEquals("192.0.2.1", values(one));
    }

    @Test
    void theSameApplicationOfTwoTenantsHasTwoStores() throws IOException, InterruptedException {
        restart(StubConfig.builder("tiindicators").applications(List.of(PINNED)));
        Sandbox one = stub.tenant("one");
        Sandbox two = stub.tenant("two");
        assertEquals(PINNED, one.application());
        new Caller(one).submit(ip("192.0.2.1"));
        assertEquals("192.0.2.1|", values(one) + "|" + values(two));
        one.applications().remove(PINNED.id());
        assertEquals(401, new Caller(one).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(two).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(stub).send("GET", Caller.PATH, "").statusCode());
    }

    @Test
    void applicationsDoNotCross() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        one.applications().add(PINNED);
        assertTrue(stub.applications().find(PINNED.id()).isEmpty(), "the default tenant");
        assertTrue(stub.tenant("two").applications().find(PINNED.id()).isEmpty(), "another tenant");
        assertEquals(200, askForToken(one.tenantId(), PINNED).statusCode());
        HttpResponse<String> other = askForToken(stub.tenant("two").tenantId(), PINNED);
        assertEquals(400, other.statusCode());
        assertTrue(other.body().contains("is not known to the tenant"), other.body());
        assertEquals(2, two().applications().all().size());
        assertNotEquals(one.otherApplication().id(), two().otherApplication().id());
    }

    private Sandbox two() {
        return stub.tenant("two");
    }

    @Test
    void quotasDoNotCross() throws IOException, InterruptedException {
        restart(StubConfig.builder("tiindicators")
                .applications(List.of(PINNED))
                .quotas(new Quota(3, Duration.ofMinutes(1))));
        Sandbox one = stub.tenant("one");
        for (int i = 0; i < 3; i++) {
            assertEquals(200, new Caller(one).send("GET", Caller.PATH, "").statusCode());
        }
        assertEquals(429, new Caller(one).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(two()).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(stub).send("GET", Caller.PATH, "").statusCode());
        one.reset();
        assertEquals(200, new Caller(one).send("GET", Caller.PATH, "").statusCode());
    }

    @Test
    void capacityIsEachTenantsOwn() throws IOException, InterruptedException {
        restart(StubConfig.builder("tiindicators").capacity(1));
        Sandbox one = stub.tenant("one");
        assertEquals(201, new Caller(one).submit(ip("192.0.2.1")).statusCode());
        assertNotEquals(201, new Caller(one).submit(ip("192.0.2.2")).statusCode());
        assertEquals(201, new Caller(two()).submit(ip("192.0.2.2")).statusCode());
    }

    @Test
    void scenariosDoNotCross() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        one.play("503 x1, 500 x1 on token");
        assertEquals(200, new Caller(stub).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(two()).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, askForToken(two().tenantId(), two().application()).statusCode());
        assertEquals(503, new Caller(one).send("GET", Caller.PATH, "").statusCode());
        assertEquals(500, askForToken(one.tenantId(), one.application()).statusCode());
        assertEquals(200, askForToken(one.tenantId(), one.application()).statusCode());
        assertThrows(IllegalArgumentException.class, () -> one.play("nothing"));
    }

    @Test
    void everySandboxBeginsWithTheScenarioOfTheSettings() throws IOException, InterruptedException {
        restart(StubConfig.builder("tiindicators").scenario("503 x1"));
        assertEquals(503, new Caller(stub).send("GET", Caller.PATH, "").statusCode());
        assertEquals(503, new Caller(two()).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(two()).send("GET", Caller.PATH, "").statusCode());
    }

    @Test
    void journalsDoNotCross() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        new Caller(one).submit("{\"indicator\":\"192.0.2.1\"}");
        askForToken(one.tenantId(), one.application());
        askForToken(one.tenantId(), PINNED);
        new Caller(one).send("GET", "/nowhere", "");
        new Caller(one).send("PUT", Caller.PATH, "");
        new Caller(one)
                .send(new Caller(one)
                        .request("GET", Caller.PATH + "?$top=%zz".replace("%zz", "1"), "")
                        .header("Authorization", "Bearer " + one.token(one.application(), TokenVariant.SOUND)));
        assertEquals(
                "400 404 405 200",
                String.join(
                        " ",
                        one.journal().stream()
                                .map(entry -> Integer.toString(entry.status()))
                                .toList()));
        assertEquals(
                List.of(true, false),
                one.tokenCalls().stream().map(TokenCall::issued).toList());
        assertFalse(one.rows(one.journal().get(0)).isEmpty());
        assertEquals(List.of(), stub.journal());
        assertEquals(List.of(), stub.tokenCalls());
        assertEquals(List.of(), two().journal());
        assertEquals(1, one.journal().get(0).number());
    }

    @Test
    void resetOfOneLeavesTheOthers() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        for (Sandbox each : List.of(one, two(), stub)) {
            new Caller(each).submit(ip("192.0.2.1"));
            each.play("503 on token");
        }
        one.reset();
        assertEquals(List.of(), one.journal());
        assertEquals("", values(one));
        assertEquals(200, askForToken(one.tenantId(), one.application()).statusCode());
        assertEquals(1, two().journal().size());
        assertEquals("192.0.2.1 192.0.2.1", values(two()) + " " + values(stub));
        assertEquals(503, askForToken(two().tenantId(), two().application()).statusCode());
        stub.reset();
        assertEquals(2, two().journal().size());
    }

    @Test
    void aTokenSaysItsTenantAsTheAuthorityDoes() throws IOException, InterruptedException, ParseException {
        Sandbox one = stub.tenant("one");
        JWTClaimsSet made = SignedJWT.parse(one.token(one.application(), TokenVariant.SOUND))
                .getJWTClaimsSet();
        assertEquals(one.tenantId(), made.getStringClaim("tid"));
        assertEquals("https://sts.windows.net/" + one.tenantId() + "/", made.getIssuer());
        // By its name, too, as a client may know it.
        for (String path : List.of(one.tenantId(), "one")) {
            String issued = Caller.json(askForToken(path, one.application()))
                    .path("access_token")
                    .asString();
            assertEquals(
                    one.tenantId(), SignedJWT.parse(issued).getJWTClaimsSet().getStringClaim("tid"));
        }
        JsonNode discovery = Caller.json(new Caller(stub)
                .send(new Caller(stub)
                        .request("GET", "/" + one.tenantId() + "/v2.0/.well-known/openid-configuration", "")));
        assertEquals(made.getIssuer(), discovery.path("issuer").asString());
        assertEquals(
                stub.baseUrl() + "/" + one.tenantId() + "/oauth2/v2.0/token",
                discovery.path("token_endpoint").asString());
    }

    @Test
    void aForgedTokenIsRefusedAndToldByTheTenantThatItClaims() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        String[] parts = stub.token(stub.application(), TokenVariant.SOUND).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(stub.tenantId(), one.tenantId())
                .replace(stub.application().id(), one.application().id());
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        assertEquals(401, submitWith(forged, ip("192.0.2.1")).statusCode());
        assertEquals(
                List.of(Optional.of("The token's signature is not valid.")),
                one.journal().stream().map(JournalEntry::token).toList());
        assertEquals(List.of(), stub.journal());
        assertEquals("", values(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Bearer e30.e30.", "Basic eDp5", " "})
    void whatNamesNoTenantBelongsToTheDefaultOne(String authorization) throws IOException, InterruptedException {
        stub.tenant("one");
        Caller caller = new Caller(stub);
        assertEquals(
                401,
                caller.send(caller.request("GET", Caller.PATH, "").header("Authorization", authorization))
                        .statusCode());
        assertEquals(1, stub.journal().size());
        assertEquals(0, stub.tenant("one").journal().size());
    }

    @Test
    void theTokenOfATenantThatEndedIsRefusedWithItsReason() throws IOException, InterruptedException {
        Sandbox one = stub.tenant("one");
        String token = one.token(one.application(), TokenVariant.SOUND);
        assertEquals(201, submitWith(token, ip("192.0.2.1")).statusCode());
        assertTrue(stub.removeTenant("one"));
        assertFalse(stub.removeTenant("one"));
        assertEquals(401, submitWith(token, ip("192.0.2.2")).statusCode());
        assertEquals(
                Optional.of("The token is not of this tenant. There is no tenant '" + one.tenantId()
                        + "' here: it was removed; this one is '" + stub.tenantId() + "'."),
                stub.journal().get(0).token());
        HttpResponse<String> another = askForToken(one.tenantId(), one.application());
        assertEquals(400, another.statusCode());
        assertEquals(90002, Caller.json(another).at("/error_codes/0").asInt());
        assertTrue(stub.tokenCalls().get(0).line().contains("it was removed"), stub.tokenCalls()::toString);
        // The name may be had again, for a tenant that has nothing of the one before.
        Sandbox anew = stub.tenant("one");
        assertNotEquals(one.tenantId(), anew.tenantId());
        assertEquals(401, submitWith(token, ip("192.0.2.2")).statusCode());
        assertEquals("", values(anew));
    }

    @Test
    void theLeastUsedEndsWhereThereAreTooMany() throws IOException, InterruptedException {
        restart(StubConfig.builder("tiindicators").maxTenants(2));
        Sandbox one = stub.tenant("one");
        Sandbox two = stub.tenant("two");
        new Caller(one).submit(ip("192.0.2.1")); // Now the second was not used for longer.
        Sandbox three = stub.tenant("three");
        assertEquals(200, new Caller(one).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(three).send("GET", Caller.PATH, "").statusCode());
        assertEquals(200, new Caller(stub).send("GET", Caller.PATH, "").statusCode());
        assertEquals(401, new Caller(two).send("GET", Caller.PATH, "").statusCode());
        assertTrue(
                stub.journal().get(1).token().orElse("").contains("it ended when there were more than 2"),
                stub.journal().get(1).token()::toString);
        for (int i = 0; i < 5; i++) {
            stub.tenant("more-" + i);
        }
        assertEquals(200, new Caller(stub).send("GET", Caller.PATH, "").statusCode());
    }

    @Test
    void theDefaultTenantEndsWithTheStubAlone() {
        for (String word : List.of("default", stub.tenantId())) {
            String said = assertThrows(IllegalArgumentException.class, () -> stub.removeTenant(word))
                    .getMessage();
            assertTrue(String.valueOf(said).startsWith("the default tenant ends with the stub alone"), said);
        }
    }

    @Test
    void aTenantThatNobodyAddedIsRefusedUnlessTheStubIsOpen() throws IOException, InterruptedException {
        String id = "11111111-2222-3333-4444-555555555555";
        HttpResponse<String> refused = askForToken(id, stub.application());
        assertEquals(400, refused.statusCode());
        assertTrue(
                refused.body().contains("There is no tenant '" + id + "' here; this one is '" + stub.tenantId() + "'."),
                refused.body());
        restart(StubConfig.builder("tiindicators").tenants(TenantPolicy.OPEN));
        for (String word : List.of(id, "contoso.onmicrosoft.com")) {
            String token = Caller.json(askForToken(word, stub.application()))
                    .path("access_token")
                    .asString();
            assertEquals(201, submitWith(token, ip("192.0.2.1")).statusCode());
            Sandbox opened = stub.tenant(word);
            assertEquals("192.0.2.1", values(opened));
            assertEquals(stub.application(), opened.application());
            assertEquals(1, opened.tokenCalls().size());
        }
        assertEquals(id, stub.tenant(id).tenantId());
        assertEquals("", values(stub));
        for (String word : List.of("common", "organizations", "consumers", "a%20b")) {
            assertEquals(400, askForToken(word, stub.application()).statusCode(), word);
        }
        assertEquals(4, stub.tokenCalls().size());
    }

    @Test
    void anOpenStubMakesATenantForWhoeverAsksWhereItsEndpointsAre() throws IOException, InterruptedException {
        restart(StubConfig.builder("tiindicators").tenants(TenantPolicy.OPEN));
        String id = "11111111-2222-3333-4444-555555555555";
        HttpRequest.Builder asked =
                new Caller(stub).request("GET", "/" + id + "/v2.0/.well-known/openid-configuration", "");
        assertEquals(
                "https://sts.windows.net/" + id + "/",
                Caller.json(new Caller(stub).send(asked)).path("issuer").asString());
    }

    @Test
    void aHundredThreadsShareAStubWithoutSeeingEachOther() throws Exception {
        restart(StubConfig.builder("tiindicators"));
        int many = 100;
        CountDownLatch all = new CountDownLatch(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<String>> seen = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String name = "team-" + i;
                String address = "192.0.2." + i;
                String status = Integer.toString(500 + i);
                seen.add(threads.submit(() -> {
                    Sandbox mine = stub.tenant(name);
                    all.countDown();
                    assertTrue(all.await(60, TimeUnit.SECONDS), "all threads have a sandbox");
                    Caller caller = new Caller(mine);
                    StringBuilder met = new StringBuilder();
                    met.append(caller.submit(ip(address)).statusCode()).append(' ');
                    mine.play(status + " x1");
                    met.append(caller.submit(ip(address)).statusCode()).append(' ');
                    met.append(values(mine)).append(' ');
                    mine.journal()
                            .forEach(entry -> met.append(entry.number())
                                    .append(entry.method())
                                    .append(entry.body().contains("\"" + address + "\"")));
                    return met.toString();
                }));
            }
            for (int i = 0; i < many; i++) {
                assertEquals(
                        "201 " + (500 + i) + " 192.0.2." + i + " 1POSTtrue2POSTtrue3GETfalse",
                        seen.get(i).get(120, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of(), stub.journal());
        assertEquals("", values(stub));
    }
}
