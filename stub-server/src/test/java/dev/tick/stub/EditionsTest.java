package dev.tick.stub;

import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Both editions at once: two views of one store, and who may do what in today's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionsTest {
    private static final String OLD = "/api/tiindicators";
    private static final String TODAY = "/api/indicators";
    private static final String START = "2026-01-01T00:00:00Z";

    private final TestClock clock = new TestClock(START);
    private final StubServer stub = StubServer.start(
            StubConfig.builder().clock(clock).capacity(5).pageSize(2).build());
    private final Caller caller = new Caller(stub);

    @BeforeEach
    void forget() {
        stub.reset();
        clock.set(START);
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    static String submission(String address) {
        return "{\"indicatorValue\": \"" + address
                + "\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\", \"title\": \"t\", \"description\": \"d\"}";
    }

    @Test
    void whatComesByTheOldPathIsListedByTodaysAndTheOtherWayRound() throws Exception {
        JsonNode old = json(caller.submit(Caller.SUBMISSION));
        JsonNode today = json(caller.send("POST", TODAY, submission("192.0.2.1")));
        assertEquals("2", today.path("id").asString());
        List<JsonNode> listed = list(TODAY);
        assertEquals("1", listed.get(0).path("id").asString());
        assertEquals(old.path("indicator"), listed.get(0).path("indicatorValue"));
        for (String same : List.of("createdBy", "creationTimeDateTimeUtc", "expirationTime", "title", "action")) {
            assertEquals(old.path(same), listed.get(0).path(same), same);
        }
        JsonNode read = json(caller.send("GET", OLD + "/192.0.2.1", ""));
        assertEquals("192.0.2.1", read.path("indicator").asString());
        for (String same : List.of("createdBy", "creationTimeDateTimeUtc", "expirationTime", "title", "action")) {
            assertEquals(today.path(same), read.path(same), same);
        }
        assertEquals(stub.application().id(), read.path("createdBy").asString());
        assertTrue(read.path("id").isMissingNode(), read.toString());
    }

    @Test
    void aChangeByOneIsSeenByTheOtherAndLosesNothing() throws Exception {
        String full = submission("192.0.2.1").replace("}", ", \"externalId\": \"mine\", \"generateAlert\": true}");
        caller.send("POST", TODAY, full);
        clock.move(Duration.ofMinutes(1));
        caller.send("PATCH", OLD + "/192.0.2.1", "{\"title\": \"changed\"}");
        JsonNode entity = list(TODAY).get(0);
        assertEquals("changed", entity.path("title").asString());
        assertEquals(START, entity.path("creationTimeDateTimeUtc").asString());
        assertEquals("2026-01-01T00:01:00Z", entity.path("lastUpdateTime").asString());
        assertEquals(stub.application().id(), entity.path("lastUpdatedBy").asString());
        assertEquals("mine", entity.path("externalId").asString());
        assertTrue(entity.path("generateAlert").asBoolean(), entity.toString());
    }

    @Test
    void whatIsDeletedByItsNumberIsGoneFromBoth() throws Exception {
        caller.submit(Caller.SUBMISSION);
        assertEquals(204, caller.send("DELETE", TODAY + "/1", "").statusCode());
        assertEquals("404 ResourceNotFound", code(caller.send("GET", OLD + "/" + Caller.SHA1, "")));
        assertEquals("404 ResourceNotFound", code(caller.send("DELETE", TODAY + "/1", "")));
        assertEquals(List.of(), list(TODAY));
    }

    @Test
    void whatIsDeletedByItsValueIsGoneFromBoth() throws Exception {
        String url = "https://malware.example/a%20b?c=d+e";
        caller.submit("""
                {"indicator": "%s", "indicatorType": "Url", "action": "Alert"}""".formatted(url));
        caller.submit(Caller.SUBMISSION);
        String path = "/" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        assertEquals(204, caller.send("DELETE", OLD + path, "").statusCode());
        assertEquals("404 ResourceNotFound", code(caller.send("GET", OLD + path, "")));
        assertEquals("404 ResourceNotFound", code(caller.send("DELETE", OLD + path, "")));
        assertEquals(1, list(TODAY).size());
        assertEquals(
                204,
                caller.send("DELETE", "/api/v1.0/tiindicators/" + Caller.SHA1, "")
                        .statusCode());
        assertEquals(List.of(), list(TODAY));
    }

    @Test
    void bothFillTheSameTenant() throws Exception {
        for (int i = 1; i <= 4; i++) {
            assertEquals(
                    200, caller.send("POST", TODAY, submission("192.0.2." + i)).statusCode());
        }
        assertEquals(201, caller.submit(Caller.SUBMISSION).statusCode());
        HttpResponse<String> full = caller.send("POST", TODAY, submission("192.0.2.9"));
        assertEquals("400 BadRequest", code(full));
        assertEquals(
                "The limit of 5 active entities is reached; none can be added until one expires.",
                json(full).at("/error/message").asString());
    }

    @Test
    void aSecondSubmitUpdatesAndKeepsWhatIsForGood() throws Exception {
        JsonNode first =
                json(caller.send("POST", TODAY, submission("192.0.2.1").replace("}", ", \"application\": \"a\"}")));
        clock.move(Duration.ofMinutes(1));
        JsonNode second = json(caller.send(
                "POST",
                TODAY,
                submission("192.0.2.1").replace("\"t\"", "\"u\"").replace("}", ", \"application\": \"b\"}")));
        assertEquals("u", second.path("title").asString());
        for (String kept : List.of("id", "creationTimeDateTimeUtc", "createdBy", "application")) {
            assertEquals(first.path(kept), second.path(kept), kept);
        }
        assertEquals("2026-01-01T00:01:00Z", second.path("lastUpdateTime").asString());
        assertEquals(stub.application().id(), second.path("lastUpdatedBy").asString());
        assertTrue(first.path("lastUpdatedBy").isNull(), first.toString());
    }

    @Test
    void anotherActionOrTypeMakesAnotherIndicatorOfTheValue() throws Exception {
        caller.send("POST", TODAY, submission("192.0.2.1"));
        JsonNode allowed =
                json(caller.send("POST", TODAY, submission("192.0.2.1").replace("Alert", "Allowed")));
        JsonNode name = json(caller.send("POST", TODAY, submission("192.0.2.1").replace("IpAddress", "DomainName")));
        assertEquals(
                List.of("2", "3"),
                List.of(allowed.path("id").asString(), name.path("id").asString()));
        JsonNode updated = json(caller.send(
                "POST",
                TODAY,
                submission("192.0.2.1").replace("Alert", "Allowed").replace("\"t\"", "\"u\"")));
        assertEquals(
                "2 u",
                updated.path("id").asString() + " " + updated.path("title").asString());
        assertEquals(
                List.of("1 Alert t", "2 Allowed u", "3 Alert t"),
                list(TODAY + "?$top=9").stream()
                        .map(one -> one.path("id").asString() + " "
                                + one.path("action").asString() + " "
                                + one.path("title").asString())
                        .toList());
        assertEquals(204, caller.send("DELETE", TODAY + "/1", "").statusCode());
        assertEquals(
                List.of("2", "3"),
                list(TODAY + "?$top=9").stream()
                        .map(one -> one.path("id").asString())
                        .toList());
    }

    @Test
    void theOldPathMeansTheOldestOfAValueAndStillSpeaksOfAConflict() throws Exception {
        caller.send("POST", TODAY, submission("192.0.2.1"));
        caller.send("POST", TODAY, submission("192.0.2.1").replace("Alert", "Allowed"));
        assertEquals(2, list(OLD).size());
        assertEquals(
                "Alert",
                json(caller.send("GET", OLD + "/192.0.2.1", "")).path("action").asString());
        String old =
                "{\"indicator\": \"192.0.2.1\", \"indicatorType\": \"IpAddress\", \"action\": \"%s\", \"title\": \"o\"}";
        assertEquals("409 Conflict", code(caller.submit(old.formatted("AlertAndBlock"))));
        assertEquals(
                "o", json(caller.submit(old.formatted("Allowed"))).path("title").asString());
        assertEquals(
                List.of("Alert t", "Allowed o"),
                list(TODAY + "?$top=9").stream()
                        .map(one -> one.path("action").asString() + " "
                                + one.path("title").asString())
                        .toList());
        caller.send("PATCH", OLD + "/192.0.2.1", "{\"title\": \"p\"}");
        assertEquals("p", list(TODAY).get(0).path("title").asString());
    }

    @Test
    void groupsAreAnEmptyListUnlessTheClientSentNames() throws Exception {
        String names = ", \"rbacGroupNames\": %s}";
        caller.send("POST", TODAY, submission("192.0.2.1"));
        caller.send("POST", TODAY, submission("192.0.2.2").replace("}", names.formatted("null")));
        caller.send("POST", TODAY, submission("192.0.2.3").replace("}", names.formatted("[\"a\"]")));
        caller.submit(Caller.SUBMISSION);
        assertEquals(
                List.of("[] []", "[] []", "[\"a\"] []", "[] []"),
                list(TODAY + "?$top=9").stream()
                        .map(one -> one.path("rbacGroupNames") + " " + one.path("rbacGroupIds"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Malware.Example",
        "_dmarc.mail_1.example",
        "ab--cd.example",
        "xn--bcher-kva.example",
        "bücher.example",
        "192.0.2.1",
        "例え.テスト",
        "a.example.",
        "x"
    })
    void takesHostNamesThatNoPageSpeaksAgainst(String name) throws Exception {
        String today = submission(name).replace("IpAddress", "DomainName");
        assertEquals(200, caller.send("POST", TODAY, today).statusCode());
        String old = "{\"indicator\": \"%s\", \"indicatorType\": \"DomainName\", \"action\": \"Alert\"}";
        assertEquals(201, caller.submit(old.formatted(name)).statusCode());
        assertEquals(
                "[false]",
                json(caller.send("POST", TODAY + "/import", "{\"Indicators\": [" + today + "]}"))
                        .path("value")
                        .findValues("isFailed")
                        .toString());
        assertEquals("", Caller.recorded(stub));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "a..example",
        ".example",
        "-a.example",
        "a-.example",
        "a b.example",
        "*.example",
        "https://a.example/x",
        "a.example:80",
        "a.example/",
        "'a.example\\n'",
        "LABEL.example",
        "'a,b.example'",
        "a。。example",
        "LONG"
    })
    void refusesWhatNoHostNameCanBe(String name) throws Exception {
        String value = name.replace("LABEL", "x".repeat(64)).replace("LONG", "a.".repeat(124) + "example");
        String today = submission(value).replace("IpAddress", "DomainName");
        assertEquals("400 InvalidDomainName", code(caller.send("POST", TODAY, today)));
        String old = "{\"indicator\": \"%s\", \"indicatorType\": \"DomainName\", \"action\": \"Alert\"}";
        assertEquals("400 InvalidDomainName", code(caller.submit(old.formatted(value))));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/indicators",
        "GET, /nothing",
        "PUT, /api/indicators",
        "POST, /tenant/oauth2/token",
        "GET, /tick/status",
        "GET, /",
        "DELETE, /api/indicators/9"
    })
    void everyAnswerNamesItsTime(String method, String path) throws Exception {
        for (HttpResponse<String> answer :
                List.of(caller.send(method, path, ""), caller.send(caller.request(method, path, "")))) {
            assertEquals(
                    List.of("Thu, 01 Jan 2026 00:00:00 GMT"), answer.headers().allValues("Date"), answer.toString());
        }
    }

    @Test
    void aListIsCutIntoPagesThatLeadOn() throws Exception {
        for (int i = 1; i <= 5; i++) {
            caller.send("POST", TODAY, submission("192.0.2." + i).replace("\"t\"", i == 3 ? "\"other\"" : "\"t\""));
        }
        String path = TODAY + "?$filter=title%20eq%20't'";
        StringBuilder seen = new StringBuilder();
        int pages = 0;
        while (!path.isEmpty()) {
            JsonNode page = json(caller.send("GET", path, ""));
            page.path("value").forEach(entity -> seen.append(entity.path("id").asString()));
            path = page.path("@odata.nextLink")
                    .asString("")
                    .replace(stub.baseUrl().toString(), "");
            pages++;
        }
        assertEquals("1245 on 2", seen + " on " + pages);
        assertEquals(
                3, json(caller.send("GET", TODAY + "?$top=3", "")).path("value").size());
        assertEquals("400 ODataError", code(caller.send("GET", TODAY + "?$top=10001", "")));
    }

    @Test
    void aTimestampKeepsSevenFractionDigitsOfMore() throws Exception {
        String digits =
                submission("192.0.2.1").replace("}", ", \"expirationTime\": \"2099-01-01T00:00:00.12345678901Z\"}");
        JsonNode one = json(caller.send("POST", TODAY, digits));
        assertEquals("2099-01-01T00:00:00.1234567Z", one.path("expirationTime").asString());
        caller.send("POST", TODAY + "/import", "{\"Indicators\": [" + digits.replace("2.1", "2.2") + "]}");
        assertEquals(
                "2099-01-01T00:00:00.1234567Z",
                json(caller.send("GET", TODAY, ""))
                        .at("/value/1/expirationTime")
                        .asString());
    }

    /** No page says how a list of names is compared; here, one of them is enough. */
    @Test
    void aListIsFilteredByOneOfSeveralNames() throws Exception {
        caller.send("POST", TODAY, submission("192.0.2.1").replace("}", ", \"rbacGroupNames\": [\"a\", \"b\"]}"));
        caller.send("POST", TODAY, submission("192.0.2.2").replace("}", ", \"rbacGroupNames\": [\"c\"]}"));
        JsonNode found = json(caller.send("GET", TODAY + "?$filter=rbacGroupNames%20eq%20'b'", ""))
                .path("value");
        assertEquals(
                "1 192.0.2.1",
                found.size() + " " + found.at("/0/indicatorValue").asString());
    }

    @Test
    void aRoleThatReachesAllSeesAndDeletesWhatOthersCreated() throws Exception {
        caller.send("POST", TODAY, submission("192.0.2.1"));
        Application wide = new Application("wide", "secret", List.of("Ti.ReadWrite.All"));
        stub.applications().add(wide);
        String other = stub.token(stub.otherApplication(), TokenVariant.SOUND);
        assertEquals(0, json(as(other, "GET", TODAY)).path("value").size());
        assertEquals("404 ResourceNotFound", code(as(other, "DELETE", TODAY + "/1")));
        String all = stub.token(wide, TokenVariant.SOUND);
        assertEquals(1, json(as(all, "GET", TODAY)).path("value").size());
        assertEquals("403 Forbidden", code(as(all, "GET", OLD)));
        assertEquals(204, as(all, "DELETE", TODAY + "/1").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/indicators, 400",
        "GET, /api/indicators, 200",
        "POST, /api/indicators/import, 400",
        "DELETE, /api/indicators/1, 403",
        "POST, /api/indicators/BatchDelete, 403",
        "GET, /api/tiindicators, 403",
        "POST, /api/tiindicators, 403"
    })
    void aSignedInUserIsServedWhereThePageSaysSo(String method, String path, int status) throws Exception {
        String token = stub.token(stub.application(), TokenVariant.DELEGATED);
        assertEquals(status, as(token, method, path).statusCode());
    }

    @Test
    void whatAUserSubmitsNamesTheUser() throws Exception {
        String token = stub.token(stub.application(), TokenVariant.DELEGATED);
        JsonNode created = json(caller.send(caller.request("POST", TODAY, submission("192.0.2.1"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")));
        assertEquals(
                "User analyst@tick.example",
                created.path("sourceType").asString() + " "
                        + created.path("createdBy").asString());
        assertEquals(
                "AadApp",
                json(caller.send("POST", TODAY, submission("192.0.2.2")))
                        .path("sourceType")
                        .asString());
        HttpResponse<String> imported = caller.send(
                caller.request("POST", TODAY + "/import", "{\"Indicators\": [" + submission("192.0.2.3") + "]}")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json"));
        assertEquals(
                "200 3",
                imported.statusCode() + " " + json(imported).at("/value/0/id").asString());
        assertEquals(
                "analyst@tick.example",
                list(TODAY + "?$skip=2").get(0).path("createdBy").asString());
    }

    @Test
    void bothAreServedUnderTheirVersionedAlias() throws Exception {
        assertEquals(
                200,
                caller.send("POST", "/api/v1.0/indicators", submission("192.0.2.1"))
                        .statusCode());
        assertEquals(204, caller.send("DELETE", "/api/v1.0/indicators/1", "").statusCode());
        HttpResponse<String> wrong = caller.send("PATCH", TODAY + "/import", "{}");
        assertEquals(
                "405 POST",
                wrong.statusCode() + " " + wrong.headers().firstValue("Allow").orElse(""));
    }

    private HttpResponse<String> as(String token, String method, String path) throws Exception {
        return caller.send(caller.request(method, path, "")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json"));
    }

    private List<JsonNode> list(String path) throws Exception {
        return json(caller.send("GET", path, "")).path("value").valueStream().toList();
    }
}
