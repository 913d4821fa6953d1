package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.access.Application;
import dev.tick.stub.quota.Quota;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The admin calls about tenants, and those of a tenant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminTenantsTest {
    private static final String IP =
            "{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\"}";

    private final StubServer stub = StubServer.start(StubConfig.builder("tiindicators")
            .quotas(new Quota(1000, Duration.ofMinutes(1)))
            .maxTenants(2)
            .build());
    private final Caller caller = new Caller(stub);

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        stub.reset();
        for (JsonNode one : get("/tick/tenants").path("tenants")) {
            if (!one.path("name").asString().equals("default")) {
                stub.removeTenant(one.path("id").asString());
            }
        }
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

    private String names() throws IOException, InterruptedException {
        StringBuilder names = new StringBuilder();
        get("/tick/tenants")
                .path("tenants")
                .forEach(one -> names.append(one.path("name").asString()).append(' '));
        return names.toString().trim();
    }

    @Test
    void addsATenantAndTellsHowToReachIt() throws IOException, InterruptedException {
        HttpResponse<String> added = call("POST", "/tick/tenants", "{\"name\": \"team-a\"}");
        assertEquals(201, added.statusCode(), added.body());
        JsonNode told = Caller.json(added);
        Sandbox sandbox = stub.tenant("team-a");
        assertEquals(sandbox.tenantId(), told.path("id").asString());
        assertEquals("team-a", told.path("name").asString());
        assertEquals(stub.baseUrl().toString(), told.path("baseUrl").asString());
        assertEquals(
                sandbox.tokenEndpoint().toString(), told.path("tokenEndpoint").asString());
        assertEquals(
                sandbox.application(),
                new Application(
                                told.at("/applications/0/id").asString(),
                                told.at("/applications/0/secret").asString(),
                                List.of(told.at("/applications/0/roles/0").asString()))
                        .withName(told.at("/applications/0/name").asString()));
        HttpResponse<String> again = call("POST", "/tick/tenants", "{\"name\": \"team-a\"}");
        assertEquals(200, again.statusCode());
        assertEquals(added.body(), again.body());
    }

    @Test
    void addsATenantOfAnIdOrOfNoWordAtAll() throws IOException, InterruptedException {
        String id = "11111111-2222-3333-4444-555555555555";
        JsonNode named = Caller.json(call("POST", "/tick/tenants", "{\"id\": \"" + id + "\"}"));
        assertEquals(
                id + " " + id,
                named.path("id").asString() + " " + named.path("name").asString());
        JsonNode unnamed = Caller.json(call("POST", "/tick/tenants", ""));
        assertTrue(unnamed.path("id").asString().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertEquals("default " + id + " " + unnamed.path("id").asString(), names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"team a\"} | name: expected up to 100 letters, digits and any of . _ $ -, such as team-a, got 'team a'.",
                "{\"name\": \"Common\"} | name: 'Common' is a word of the authority for no particular tenant; choose another, such as team-a.",
                "{\"id\": \"team a\"} | id: expected a GUID such as 11111111-2222-3333-4444-555555555555, got 'team a'.",
                "{\"id\": \"team-a\"} | id: expected a GUID such as 11111111-2222-3333-4444-555555555555, got 'team-a'.",
                "{\"name\": 1} | name: expected a text such as \"team-a\", got a number; leave the key out for the default.",
                "{\"nam\": \"a\"} | unknown key 'nam' (did you mean 'name'?); expected one of [id, name].",
                "{\"name\": \"a\", \"id\": \"b\"} | id, name: expected one of the two at most; leave the other out.",
            })
    void saysWhatIsWrongWithANewTenant(String body, String problem) throws IOException, InterruptedException {
        HttpResponse<String> refused = call("POST", "/tick/tenants", body);
        assertEquals("400 BadRequest", Caller.code(refused));
        assertEquals(problem, Caller.json(refused).at("/error/message").asString());
        assertEquals("default", names());
    }

    /** Who is told 201 may give it its data: nobody else is. */
    @Test
    void ofManyWhoAddOneAtOnceASingleOneMadeIt() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 20; round++) {
                String body = "{\"name\": \"round-" + round + "\"}";
                Callable<HttpResponse<String>> add = () -> call("POST", "/tick/tenants", body);
                List<Integer> statuses = new ArrayList<>();
                for (Future<HttpResponse<String>> answer : threads.invokeAll(Collections.nCopies(16, add))) {
                    statuses.add(answer.get().statusCode());
                }
                assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
                assertEquals(15, Collections.frequency(statuses, 200), statuses.toString());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void removesATenantAndNeverTheDefaultOne() throws IOException, InterruptedException {
        Sandbox sandbox = stub.tenant("team-a");
        assertEquals("default team-a", names());
        assertEquals(
                204, call("DELETE", "/tick/tenants/" + sandbox.tenantId(), "").statusCode());
        assertEquals("default", names());
        HttpResponse<String> again = call("DELETE", "/tick/tenants/" + sandbox.tenantId(), "");
        assertEquals("404 NotFound", Caller.code(again));
        assertTrue(again.body().contains("is not known: it was removed"), again.body());
        stub.tenant("team-b");
        assertEquals(204, call("DELETE", "/tick/tenants/team-b", "").statusCode());
        assertEquals("409 Conflict", Caller.code(call("DELETE", "/tick/tenants/" + stub.tenantId(), "")));
        HttpResponse<String> own = call("DELETE", "/tick/tenants/default", "");
        assertEquals(
                "the default tenant ends with the stub alone; reset it in place of that.",
                Caller.json(own).at("/error/message").asString());
    }

    @Test
    void theOneNotUsedForTheLongestTimeEnds() throws IOException, InterruptedException {
        call("POST", "/tick/tenants", "{\"name\": \"one\"}");
        call("POST", "/tick/tenants", "{\"name\": \"two\"}");
        get("/tick/journal?tenant=one"); // An admin call is a use.
        call("POST", "/tick/tenants", "{\"name\": \"three\"}");
        assertEquals("default one three", names());
        HttpResponse<String> ended = call("GET", "/tick/journal?tenant=two", "");
        assertEquals("404 NotFound", Caller.code(ended));
        assertTrue(ended.body().contains("it ended when there were more than 2"), ended.body());
    }

    @Test
    void everyCallIsForTheTenantThatItNames() throws IOException, InterruptedException {
        Sandbox team = stub.tenant("team");
        for (String word : List.of("team", team.tenantId(), "%74eam")) {
            String tenant = "?tenant=" + word;
            new Caller(team).submit(IP);
            assertEquals(
                    team.tenantId(), get("/tick/status" + tenant).path("tenant").asString());
            assertEquals(
                    team.tokenEndpoint().toString(),
                    get("/tick/status" + tenant).path("tokenEndpoint").asString());
            assertEquals(1, get("/tick/status" + tenant).path("entities").asInt());
            assertEquals(1, get("/tick/entities" + tenant).path("entities").size());
            assertEquals(1, get("/tick/journal" + tenant).path("entries").size());
            assertEquals(
                    1,
                    get("/tick/journal" + tenant + "&after=0").path("entries").size());
            assertEquals(
                    1,
                    get("/tick/journal?after=0&" + tenant.substring(1))
                            .path("entries")
                            .size());
            assertEquals(
                    team.application().id(),
                    get("/tick/quotas" + tenant).at("/quotas/0/application").asString());
            assertEquals(
                    team.application().id(),
                    get("/tick/applications" + tenant).at("/applications/0/id").asString());
            call("PUT", "/tick/scenario" + tenant, "{\"scenario\": \"503\"}");
            assertEquals("503", get("/tick/scenario" + tenant).path("scenario").asString());
            String application = Caller.json(call("POST", "/tick/applications" + tenant, ""))
                    .path("id")
                    .asString();
            assertTrue(team.applications().find(application).isPresent());
            assertEquals(
                    200,
                    call("POST", "/tick/tokens" + tenant, "{\"application\": \"" + application + "\"}")
                            .statusCode());
            assertEquals(
                    204,
                    call("DELETE", "/tick/applications/" + application + tenant, "")
                            .statusCode());
            // Of all this, the default tenant has nothing.
            assertEquals(0, get("/tick/entities").path("entities").size());
            assertEquals(0, get("/tick/journal").path("entries").size());
            assertEquals(0, get("/tick/quotas").path("quotas").size());
            assertEquals(2, get("/tick/applications").path("applications").size());
            assertEquals("fine", get("/tick/scenario").path("scenario").asString());
            assertEquals(stub.tenantId(), get("/tick/status").path("tenant").asString());
            assertEquals(204, call("POST", "/tick/reset", "").statusCode());
            assertEquals(1, team.journal().size());
            assertEquals(204, call("DELETE", "/tick/journal" + tenant, "").statusCode());
            assertEquals(0, team.journal().size());
            assertEquals(204, call("POST", "/tick/reset" + tenant, "").statusCode());
            assertEquals("fine", get("/tick/scenario" + tenant).path("scenario").asString());
        }
    }

    @Test
    void aTokenOfTheAdminCallIsOfTheTenantThatItNames() throws IOException, InterruptedException {
        Sandbox team = stub.tenant("team");
        String token = Caller.json(call("POST", "/tick/tokens?tenant=team", ""))
                .path("access_token")
                .asString();
        caller.send(caller.request("GET", Caller.PATH, "").header("Authorization", "Bearer " + token));
        assertEquals(1, team.journal().size());
        assertEquals(List.of(), stub.journal());
        assertNotEquals(team.application().id(), stub.application().id());
        assertEquals(
                "404 NotFound",
                Caller.code(call(
                        "POST",
                        "/tick/tokens",
                        "{\"application\": \"" + team.application().id() + "\"}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant=teem | 404 | The tenant 'teem' is not known (did you mean 'team'?); known are [default, team].",
                "tenant= | 404 | The tenant '' is not known; known are [default, team].",
                "tenant=team&tenant=team | 400 | the key 'tenant' is repeated; remove one.",
                "tenants=team | 400 | unknown key 'tenants' (did you mean 'tenant'?); the query takes [after].",
                "tenant | 404 | The tenant '' is not known; known are [default, team].",
            })
    void saysWhatIsWrongWithTheTenantOfACall(String query, int status, String problem)
            throws IOException, InterruptedException {
        stub.tenant("team");
        HttpResponse<String> refused = call("GET", "/tick/journal?" + query, "");
        assertEquals(status, refused.statusCode());
        assertEquals(problem, Caller.json(refused).at("/error/message").asString());
    }
}
