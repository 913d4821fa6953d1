package dev.tick.stub;

import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bodies that shipped clients send: what the facts say becomes of each, and what the journal records of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientBodiesTest {
    private static final String OLD = "/api/tiindicators";

    /** At which it is two in the morning in the east, and still last year in the west. */
    private final StubServer stub = StubServer.start(
            StubConfig.builder().clock(new TestClock("2026-01-01T00:00:00Z")).build());

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
        assertTakenAsSound(path, ", \"" + name + "\": " + value);
        assertEquals(row, Caller.recorded(stub));
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
        assertTakenAsSound(path, ", \"" + name + "\": null");
        assertEquals("", Caller.recorded(stub));
    }

    /** The message names everything that is wrong, in document order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/tiindicators | indicator | IP address null is invalid. | CLI-004 CLI-015",
                "/api/tiindicators | indicatorType | /indicatorType: expected one of [\"FileSha1\",\"FileSha256\",\"IpAddress\",\"DomainName\",\"Url\"], got null. | CLI-005 CLI-005",
                "/api/tiindicators | action | /action: expected one of [\"Alert\",\"AlertAndBlock\",\"Allowed\"], got null. | CLI-008 CLI-008",
                "/api/indicators | indicatorValue | IP address null is invalid. | ICL-006 ICL-022",
                "/api/indicators | indicatorType | /indicatorType: expected one of [\"FileSha1\",\"FileMd5\",\"CertificateThumbprint\",\"FileSha256\",\"IpAddress\",\"DomainName\",\"Url\"], got null. | ICL-007 ICL-007",
                "/api/indicators | action | /action: expected one of [\"Alert\",\"Warn\",\"Block\",\"Audit\",\"BlockAndRemediate\",\"AlertAndBlock\",\"Allowed\"], got null. | ICL-008 ICL-008",
                "/api/indicators | title | '' | ICL-010",
                "/api/indicators | description | '' | ICL-011"
            })
    void refusesNullForWhatIsRequired(String path, String name, String more, String rows) throws Exception {
        String sound = body(path, "");
        String nulled = sound.replaceFirst("(\"" + name + "\": )\"[^\"]*\"", "$1null");
        HttpResponse<String> refused = caller.send("POST", path, nulled);
        assertEquals("400 InvalidRequestBody", code(refused));
        assertEquals(
                ("/" + name + ": expected type \"string\", got null. " + more).trim(),
                json(refused).at("/error/message").asString());
        assertEquals(rows, Caller.recorded(stub));
        assertEquals(0, json(caller.send("GET", path, "")).path("value").size());
    }

    /** Nobody can tell a local time that is stamped as UTC from one that is: ahead it is taken as it is, behind it has passed. */
    @ParameterizedTest
    @CsvSource({
        "/api/tiindicators, 2026-01-01T02:00:00Z, 201, ''",
        "/api/indicators, 2026-01-01T02:00:00Z, 200, ''",
        "/api/tiindicators, 2025-12-31T19:00:00Z, 400, CLI-018",
        "/api/indicators, 2025-12-31T19:00:00Z, 400, ICL-027"
    })
    void takesALocalTimeThatIsStampedAsUtcByItsStamp(String path, String time, int status, String rows)
            throws Exception {
        String sound = caller.send("POST", path, body(path, "")).body();
        stub.reset();
        HttpResponse<String> answer = caller.send("POST", path, body(path, ", \"expirationTime\": \"" + time + "\""));
        assertEquals(status, answer.statusCode());
        if (status == 400) {
            assertEquals("400 BadRequest", code(answer));
            assertEquals(
                    "The expiration time " + time + " has passed; the indicator would be inactive.",
                    json(answer).at("/error/message").asString());
        } else {
            assertEquals(
                    sound.replace("\"expirationTime\":null", "\"expirationTime\":\"" + time + "\""), answer.body());
        }
        assertEquals(rows, Caller.recorded(stub));
    }

    @ParameterizedTest
    @CsvSource({"/api/tiindicators, 201", "/api/indicators, 200"})
    void takesAnAddressAsADomainName(String path, int status) throws Exception {
        String sound = caller.send("POST", path, body(path, "")).body();
        stub.reset();
        HttpResponse<String> taken = caller.send("POST", path, body(path, "").replace("IpAddress", "DomainName"));
        assertEquals(status, taken.statusCode());
        assertEquals(sound.replace("IpAddress", "DomainName"), taken.body());
        assertEquals("", Caller.recorded(stub));
    }

    /** Clients rely on it: the second submit is an update, of the first one's identity. */
    @ParameterizedTest
    @CsvSource({"/api/tiindicators, 201", "/api/indicators, 200"})
    void takesASecondSubmitAsAnUpdate(String path, int status) throws Exception {
        String first =
                caller.send("POST", path, body(path, ", \"severity\": \"Low\"")).body();
        HttpResponse<String> second = caller.send("POST", path, body(path, ", \"severity\": \"High\""));
        assertEquals(status, second.statusCode());
        assertEquals(
                first.replace("\"Low\"", "\"High\"")
                        .replace(
                                "\"lastUpdatedBy\":null",
                                "\"lastUpdatedBy\":\"" + stub.application().id() + "\""),
                second.body());
        assertEquals("", Caller.recorded(stub));
        assertEquals(1, json(caller.send("GET", path, "")).path("value").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Audit | '' | 400 InvalidInput",
                "Audit | , \"generateAlert\": false | 400 InvalidInput",
                "Audit | , \"generateAlert\": null | 400 InvalidInput",
                "Audit | , \"generateAlert\": true | 200 true",
                "Block | , \"generateAlert\": false | 200 false",
                "Block | '' | 200 null"
            })
    void anAuditWantsAnAlert(String action, String more, String answer) throws Exception {
        String body =
                EditionsTest.submission("192.0.2.1").replace("Alert", action).replace("}", more + "}");
        HttpResponse<String> told = caller.send("POST", "/api/indicators", body);
        assertEquals(
                answer,
                told.statusCode() == 400 ? code(told) : "200 " + json(told).path("generateAlert"));
        String message = "Parameter generateAlert must be true for the action Audit.";
        assertEquals(
                told.statusCode() == 400 ? message : "",
                json(told).at("/error/message").asString(""));
        assertEquals(told.statusCode() == 400 ? "ICL-026" : "", Caller.recorded(stub));
    }

    /** The answer is that of the body without more: what was sent besides changed nothing. */
    private void assertTakenAsSound(String path, String more) throws Exception {
        String sound = caller.send("POST", path, body(path, "")).body();
        stub.reset();
        HttpResponse<String> taken = caller.send("POST", path, body(path, more));
        assertEquals(path.equals(OLD) ? 201 : 200, taken.statusCode());
        assertEquals(sound, taken.body());
    }
}
