package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.stub.answer.AnswerForm;
import dev.tick.stub.journal.JournalEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A client that meets sound answers in forms that few expect. */
class UnusualAnswersTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final String API = "/api/indicators";
    private static final String EXPIRATION = "2030-12-12T08:30:00.1234567Z";
    private static final String UNGRADED = """
            {"indicatorValue": "192.0.2.1", "indicatorType": "IpAddress", "title": "t", "description": "d", "action": "Block",
             "expirationTime": "%s"}""".formatted(EXPIRATION);

    private final StubServer stub =
            StubServer.start(StubConfig.builder("indicators").pageSize(2).build());
    private final Caller caller = new Caller(stub);

    @AfterEach
    void stop() {
        stub.close();
    }

    private JsonNode submitted(String form) throws IOException, InterruptedException {
        stub.play("answer " + form + " x1");
        return sound(caller.send("POST", API, UNGRADED));
    }

    private JsonNode listed(String form) throws IOException, InterruptedException {
        stub.play("answer " + form + " x1");
        return sound(caller.send("GET", API, ""));
    }

    private static JsonNode sound(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer::body);
        return Caller.json(answer);
    }

    private static JsonNode only(JsonNode list) {
        assertEquals(1, list.path("value").size(), list::toString);
        return list.path("value").path(0);
    }

    private static String example(Operation operation, String name) {
        return Objects.requireNonNull(operation.requestExamples().get(name), name)
                .toString();
    }

    /** Whatever its form, the contract has nothing against an answer, what is kept is the same, and the journal shows what was sent. */
    @ParameterizedTest
    @EnumSource
    void keepsToTheContractAndLeavesWhatIsStored(AnswerForm form) throws IOException, InterruptedException {
        Contract contract = TODAY.contract();
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        for (JsonNode example : create.requestExamples().values()) {
            caller.send("POST", API, example.toString());
        }
        JsonNode before = listed();
        stub.play("answer " + FieldType.spelled(form));
        String batch = example(contract.operation(Effect.CREATE_MANY).orElseThrow(), "mixed");
        HttpResponse<String> imported = caller.send("POST", API + "/import", batch);
        caller.send("POST", API, example(create, "ipv6Address"));
        caller.send("GET", API, "");
        List<JournalEntry> seen =
                stub.journal().subList(stub.journal().size() - 3, stub.journal().size());
        Validator validator = new Validator(contract, TODAY.register(), Clock.systemUTC());
        for (JournalEntry entry : seen) {
            assertEquals("answer " + FieldType.spelled(form), entry.step());
            Operation operation = contract.operation(entry.operation().orElseThrow());
            assertEquals(List.of(), validator.response(operation, entry.response()), entry.response()::toString);
        }
        assertEquals(Caller.json(imported), seen.get(0).response().json());
        caller.send("DELETE", API + "/" + id(Caller.json(imported), 0), "");
        caller.send("DELETE", API + "/" + id(Caller.json(imported), 1), "");
        stub.play("fine");
        assertEquals(withoutUpdates(before), withoutUpdates(listed()));
    }

    private static String id(JsonNode results, int index) {
        return results.path("value").path(index).path("id").asString();
    }

    private JsonNode listed() throws IOException, InterruptedException {
        return sound(caller.send("GET", API + "?$top=100", ""));
    }

    /** The address was submitted once more meanwhile. */
    private static String withoutUpdates(JsonNode list) {
        return list.toString().replaceAll("\"lastUpdate[^,]*,", "");
    }

    @Test
    void addsAPropertyToEachObject() throws IOException, InterruptedException {
        assertTrue(submitted("unknown-property").has("Undocumented"));
        JsonNode list = listed("unknown-property");
        assertTrue(list.has("Undocumented"));
        assertTrue(only(list).has("Undocumented"));
        assertEquals("192.0.2.1", only(list).path("indicatorValue").asString());
        stub.play("answer unknown-property x1");
        JsonNode results = sound(caller.send("POST", API + "/import", "{\"Indicators\":[" + UNGRADED + "]}"));
        assertTrue(results.has("Undocumented"));
        assertTrue(only(results).has("Undocumented"));
    }

    @Test
    void leavesTheListedValuesThatTheRequestNamed() throws IOException, InterruptedException {
        assertEquals(List.of("IpAddress", "Block", "Undocumented"), listedValues(submitted("unknown-value")));
        assertEquals(
                List.of("Undocumented", "Undocumented", "Undocumented"), listedValues(only(listed("unknown-value"))));
        stub.play("answer unknown-value x1");
        assertEquals(
                Set.of("severity"),
                Set.copyOf(only(sound(caller.send("GET", API + "?$select=severity", "")))
                        .propertyNames()));
    }

    private static List<String> listedValues(JsonNode entity) {
        return List.of(
                entity.path("indicatorType").asString(""),
                entity.path("action").asString(""),
                entity.path("severity").asString(""));
    }

    @Test
    void nullsWhatTheServiceSets() throws IOException, InterruptedException {
        JsonNode entity = submitted("nulls");
        for (String own : List.of("@odata.context", "createdBy", "creationTimeDateTimeUtc", "lastUpdateTime")) {
            assertTrue(entity.path(own).isNull(), own);
        }
        assertNotEquals("", entity.path("id").asString(""));
        assertEquals(EXPIRATION, entity.path("expirationTime").asString());
        JsonNode list = listed("nulls");
        assertTrue(list.path("@odata.nextLink").isNull());
        assertTrue(only(list).path("createdBy").isNull());
        assertEquals("d", only(list).path("description").asString());
    }

    @Test
    void leavesOutWhatIsNullOrTheServiceSets() throws IOException, InterruptedException {
        submitted("absent");
        assertEquals(
                Set.of(
                        "id",
                        "indicatorValue",
                        "indicatorType",
                        "title",
                        "description",
                        "action",
                        "expirationTime",
                        "rbacGroupNames"),
                Set.copyOf(only(listed("absent")).propertyNames()));
        assertEquals(List.of("value"), List.copyOf(listed("absent").propertyNames()));
    }

    @ParameterizedTest
    @CsvSource({
        "no-fraction, 'T\\d\\d:\\d\\d:\\d\\dZ', 2030-12-12T08:30:00.1234567Z",
        "fraction-6, '.*[.]\\d{6}Z', 2030-12-12T08:30:00.1234567Z",
        "fraction-7, '.*[.]\\d{7}Z', 2030-12-12T08:30:00.1234567Z",
        "offset, '.*[+]00:00', 2030-12-12T08:30:00.1234567+00:00"
    })
    void writesTimesInAnotherForm(String form, String own, String expiration) throws IOException, InterruptedException {
        for (JsonNode entity : List.of(submitted(form), only(listed(form)))) {
            String created = entity.path("creationTimeDateTimeUtc").asString();
            assertTrue(created.replaceFirst("^[^T]*", "").matches(own), created);
            assertEquals(expiration, entity.path("expirationTime").asString());
        }
    }

    @Test
    void beginsAListWithAnEmptyPage() throws IOException, InterruptedException {
        for (int i = 1; i <= 3; i++) {
            caller.send("POST", API, UNGRADED.replace("192.0.2.1", "192.0.2.1" + i));
        }
        stub.play("answer empty-page");
        JsonNode page = sound(caller.send("GET", API + "?$top=3", ""));
        assertEquals(0, page.path("value").size());
        List<String> found = new ArrayList<>();
        for (int pages = 0; pages < 3 && page.has("@odata.nextLink"); pages++) {
            URI next = URI.create(page.path("@odata.nextLink").asString());
            page = sound(caller.send("GET", next.getRawPath() + "?" + next.getRawQuery(), ""));
            found.addAll(page.path("value").findValuesAsString("indicatorValue"));
        }
        assertEquals(List.of("192.0.2.11", "192.0.2.12", "192.0.2.13"), found);
    }

    @Test
    void leavesARefusalAsItIs() throws IOException, InterruptedException {
        stub.play("answer unknown-property");
        HttpResponse<String> refused = caller.send("POST", API, "{}");
        assertEquals(400, refused.statusCode());
        assertEquals(List.of("error"), List.copyOf(Caller.json(refused).propertyNames()));
        assertEquals("1", caller.send("GET", API + "/$count", "").body().replaceAll("\\d+", "1"));
        assertEquals(404, caller.send("DELETE", API + "/77", "").statusCode());
    }
}
