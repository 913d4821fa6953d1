package dev.tick.stub;

import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.validation.Violation;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The bodies that shipped clients send: what the facts say becomes of each, and what the journal records of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientBodiesTest {
    private static final String OLD = "/api/tiindicators";

    /** At which it is two in the morning in the east, and still last year in the west. */
    private final StubServer stub =
            StubServer.start(StubOptions.of().withClock(new MovableClock("2026-01-01T00:00:00Z")));

    private final Caller caller = new Caller(stub);

    @BeforeEach
    void forget() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private static String body(String path, String more) {
        String all = path.equals(OLD)
                ? "{\"indicator\": \"192.0.2.1\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\""
                : "{\"indicatorValue\": \"192.0.2.1\", \"indicatorType\": \"IpAddress\", \"action\": \"Alert\","
                        + " \"title\": \"t\", \"description\": \"d\"";
        return all + more + "}";
    }

    /** Accepted, and recorded as a violation of what nobody has shown; a value that the server fills is the server's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/tiindicators | confidence | 80 | CLI-019",
                "/api/indicators | confidence | 80 | ICL-028",
                "/api/tiindicators | createdBy | \"me\" | CLI-019",
                "/api/indicators | createdBy | \"me\" | ICL-028",
                "/api/indicators | id | \"77\" | ICL-028",
                "/api/indicators | lastUpdateTime | \"2001-01-01T00:00:00Z\" | ICL-028",
                "/api/indicators | source | \"me\" | ICL-028"
            })
    void takesUnknownAndReadOnlyPropertiesAndRecordsThem(String path, String name, String value, String row)
            throws Exception {
        HttpResponse<String> taken = caller.send("POST", path, body(path, ", \"" + name + "\": " + value));
        assertEquals(path.equals(OLD) ? 201 : 200, taken.statusCode());
        assertEquals(row, recorded());
        assertEquals(false, json(taken).path(name).toString().equals(value));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tiindicators, title",
        "/api/tiindicators, expirationTime",
        "/api/tiindicators, severity",
        "/api/tiindicators, description",
        "/api/tiindicators, recommendedActions",
        "/api/indicators, expirationTime",
        "/api/indicators, severity",
        "/api/indicators, recommendedActions",
        "/api/indicators, application",
        "/api/indicators, rbacGroupNames",
        "/api/indicators, educateUrl",
        "/api/indicators, generateAlert",
        "/api/indicators, externalId"
    })
    void takesNullForWhatIsOptional(String path, String name) throws Exception {
        HttpResponse<String> taken = caller.send("POST", path, body(path, ", \"" + name + "\": null"));
        assertEquals(path.equals(OLD) ? 201 : 200, taken.statusCode());
        assertEquals("", recorded());
        assertEquals(true, json(taken).path(name).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tiindicators, indicator",
        "/api/tiindicators, action",
        "/api/indicators, indicatorValue",
        "/api/indicators, title",
        "/api/indicators, description"
    })
    void refusesNullForWhatIsRequired(String path, String name) throws Exception {
        String sound = body(path, "");
        String nulled = sound.replaceFirst("(\"" + name + "\": )\"[^\"]*\"", "$1null");
        assertEquals("400 InvalidRequestBody", code(caller.send("POST", path, nulled)));
    }

    /** Nobody can tell a local time that is stamped as UTC from one that is: ahead it is taken as it is, behind it has passed. */
    @ParameterizedTest
    @CsvSource({
        "/api/tiindicators, 2026-01-01T02:00:00Z, 201", "/api/indicators, 2026-01-01T02:00:00Z, 200",
        "/api/tiindicators, 2025-12-31T19:00:00Z, 400", "/api/indicators, 2025-12-31T19:00:00Z, 400"
    })
    void takesALocalTimeThatIsStampedAsUtcByItsStamp(String path, String time, int status) throws Exception {
        HttpResponse<String> answer = caller.send("POST", path, body(path, ", \"expirationTime\": \"" + time + "\""));
        assertEquals(status, answer.statusCode());
        JsonNode told =
                status == 400 ? json(answer).at("/error/message") : json(answer).path("expirationTime");
        assertEquals(
                status == 400 ? "The expiration time " + time + " has passed; the indicator would be inactive." : time,
                told.asString());
    }

    @ParameterizedTest
    @CsvSource({"/api/tiindicators, 201", "/api/indicators, 200"})
    void takesAnAddressAsADomainName(String path, int status) throws Exception {
        HttpResponse<String> taken = caller.send("POST", path, body(path, "").replace("IpAddress", "DomainName"));
        assertEquals(status, taken.statusCode());
        assertEquals("DomainName", json(taken).path("indicatorType").asString());
        assertEquals("", recorded());
    }

    /** Clients rely on it: the second submit is an update, of the first one's identity. */
    @ParameterizedTest
    @CsvSource({"/api/tiindicators, 201, 0", "/api/indicators, 200, 1"})
    void takesASecondSubmitAsAnUpdate(String path, int status, String id) throws Exception {
        JsonNode first = json(caller.send("POST", path, body(path, ", \"severity\": \"Low\"")));
        HttpResponse<String> second = caller.send("POST", path, body(path, ", \"severity\": \"High\""));
        assertEquals(status, second.statusCode());
        assertEquals("High", json(second).path("severity").asString());
        assertEquals(first.path("creationTimeDateTimeUtc"), json(second).path("creationTimeDateTimeUtc"));
        assertEquals(id, json(second).path("id").asString("0"));
        assertEquals(1, json(caller.send("GET", path, "")).path("value").size());
    }

    private String recorded() {
        return stub.journal().stream()
                .flatMap(entry -> entry.violations().stream())
                .map(Violation::requirement)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
