package dev.tick.stub;

import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.quota.Quota;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Creates and removes many indicators in one request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchTest {
    private static final String IMPORT = "/api/indicators/import";
    private static final String BATCH_DELETE = "/api/indicators/BatchDelete";
    private static final String UNKNOWN = "{\"IndicatorIds\": [\"995\"]}";
    private static final int MOST = 500;

    private final StubServer stub = StubServer.start(StubConfig.builder("indicators")
            .clock(new TestClock("2026-01-01T00:00:00Z"))
            .capacity(MOST)
            .build());
    private final Caller caller = new Caller(stub);

    @BeforeEach
    void forget() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EditionsTest.submission("2001:db8::" + Integer.toHexString(i + 1)))
                .collect(Collectors.joining(",", "{\"Indicators\": [", "]}"));
    }

    @Test
    void takesFiveHundredAndTellsOfEach() throws Exception {
        HttpResponse<String> taken = caller.send("POST", IMPORT, items(MOST));
        assertEquals(200, taken.statusCode());
        assertEquals(MOST, json(taken).path("value").size());
        assertEquals(
                "{\"id\":\"500\",\"indicator\":\"2001:db8::1f4\",\"isFailed\":false,\"failureReason\":null}",
                json(taken).path("value").path(MOST - 1).toString());
    }

    @Test
    void refusesOneMore() throws Exception {
        HttpResponse<String> refused = caller.send("POST", IMPORT, items(MOST + 1));
        assertEquals("400 MaximumBatchSizeExceeded", code(refused));
        assertEquals(
                "Maximum batch size exceeded. Received: 501, allowed: 500.",
                json(refused).at("/error/message").asString());
        assertEquals(
                0, json(caller.send("GET", "/api/indicators", "")).path("value").size());
    }

    @Test
    void whatFindsNoRoomFailsAloneInsideASuccess() throws Exception {
        caller.send("POST", IMPORT, items(MOST - 1));
        HttpResponse<String> partly = caller.send(
                "POST",
                IMPORT,
                "{\"Indicators\": [" + EditionsTest.submission("192.0.2.1") + "," + EditionsTest.submission("192.0.2.2")
                        + "," + EditionsTest.submission("2001:db8::1").replace("Alert", "Block") + "]}");
        assertEquals(200, partly.statusCode());
        assertEquals(
                "[{\"id\":\"500\",\"indicator\":\"192.0.2.1\",\"isFailed\":false,\"failureReason\":null},"
                        + "{\"id\":null,\"indicator\":\"192.0.2.2\",\"isFailed\":true,\"failureReason\":"
                        + "\"The limit of 500 active entities is reached; none can be added until one expires.\"},"
                        + "{\"id\":null,\"indicator\":\"2001:db8::1\",\"isFailed\":true,\"failureReason\":"
                        + "\"The limit of 500 active entities is reached; none can be added until one expires.\"}]",
                json(partly).path("value").toString());
    }

    @Test
    void oneExpirationThatHasPassedFailsTheWholeCall() throws Exception {
        String expired =
                EditionsTest.submission("192.0.2.2").replace("}", ", \"expirationTime\": \"2025-12-31T23:59:59Z\"}");
        HttpResponse<String> refused = caller.send(
                "POST", IMPORT, "{\"Indicators\": [" + EditionsTest.submission("192.0.2.1") + "," + expired + "]}");
        assertEquals("400 BadRequest", code(refused));
        assertEquals(
                0, json(caller.send("GET", "/api/indicators", "")).path("value").size());
    }

    @Test
    void updatesWhatIsThereAndTakesTheLastOfTwo() throws Exception {
        String one = EditionsTest.submission("192.0.2.1");
        HttpResponse<String> taken =
                caller.send("POST", IMPORT, "{\"Indicators\": [" + one + "," + one.replace("\"t\"", "\"u\"") + "]}");
        assertEquals(
                "1 1",
                json(taken).at("/value/0/id").asString() + " "
                        + json(taken).at("/value/1/id").asString());
        JsonNode listed = json(caller.send("GET", "/api/indicators", "")).path("value");
        assertEquals("1 u", listed.size() + " " + listed.at("/0/title").asString());
    }

    /** As a submit takes them: what is open there is open here, and recorded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confidence | 80 | ICL-050",
                "id | \"77\" | ICL-050",
                "createdBy | \"me\" | ICL-050",
                "rbacGroupNames | \"a,b\" | ICL-051"
            })
    void takesAnItemWithWhatIsOpenAndRecordsIt(String name, String value, String row) throws Exception {
        String item = EditionsTest.submission("192.0.2.1").replace("}", ", \"" + name + "\": " + value + "}");
        HttpResponse<String> taken = caller.send("POST", IMPORT, "{\"Indicators\": [" + item + "]}");
        assertEquals(
                "{\"@odata.context\":\"https://api.securitycenter.microsoft.com/api/$metadata#Collection(microsoft.windowsDefenderATP.api.ImportIndicatorResult)\",\"value\":"
                        + "[{\"id\":\"1\",\"indicator\":\"192.0.2.1\",\"isFailed\":false,\"failureReason\":null}]}",
                taken.body());
        assertEquals(row, Caller.recorded(stub));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"IndicatorIds\": [\"1\", \"3\"]} | 204 | 2",
                "{\"IndicatorIds\": [\"1\", \"1\"]} | 204 | 2 3",
                "{\"IndicatorIds\": [\"1\", \"4\"]} | 404 ResourceNotFound | 1 2 3",
                "{\"IndicatorIds\": []} | 400 InvalidRequestBody | 1 2 3",
                "{\"IndicatorIds\": [\"1\", \"two\"]} | 400 InvalidRequestBody | 1 2 3",
                "{\"IndicatorIds\": [1]} | 400 InvalidRequestBody | 1 2 3",
                "{\"IndicatorIds\": \"1\"} | 400 InvalidRequestBody | 1 2 3",
                "{\"indicatorIds\": [\"1\"]} | 400 MissingRequiredParameter | 1 2 3"
            })
    void deletesAllOrNone(String body, String answer, String left) throws Exception {
        caller.send("POST", IMPORT, items(3));
        HttpResponse<String> deleted = caller.send("POST", BATCH_DELETE, body);
        assertEquals(answer, deleted.body().isEmpty() ? String.valueOf(deleted.statusCode()) : code(deleted));
        assertEquals(
                left,
                json(caller.send("GET", "/api/indicators", ""))
                        .path("value")
                        .valueStream()
                        .map(entity -> entity.path("id").asString())
                        .collect(Collectors.joining(" ")));
    }

    /** 30 a minute, each on its own: one that is used up takes nothing from the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/indicators/import | 200 | /api/indicators/BatchDelete | 404",
                "/api/indicators/BatchDelete | 404 | /api/indicators/import | 200"
            })
    void eachIsHeldToItsOwnLimit(String path, int status, String other, int otherStatus) throws Exception {
        TestClock clock = new TestClock("2026-01-01T00:00:00Z");
        try (StubServer limited = StubServer.start(StubConfig.builder("indicators")
                .clock(clock)
                .quotas(new Quota(100, Duration.ofMinutes(1)))
                .quotaScope(StubConfig.QuotaScope.OPERATION)
                .build())) {
            Caller pusher = new Caller(limited);
            String body = path.equals(IMPORT) ? items(1) : UNKNOWN;
            for (int i = 0; i < 30; i++) {
                assertEquals(status, pusher.send("POST", path, body).statusCode());
            }
            HttpResponse<String> tooMany = pusher.send("POST", path, body);
            assertEquals("429 TooManyRequests", code(tooMany));
            assertEquals("60", tooMany.headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    "The quota of 30 calls in 60 seconds is used up; try again in 60 seconds.",
                    json(tooMany).at("/error/message").asString());
            String otherBody = other.equals(IMPORT) ? items(1) : UNKNOWN;
            assertEquals(otherStatus, pusher.send("POST", other, otherBody).statusCode());
            assertEquals(200, pusher.send("GET", "/api/indicators", "").statusCode());
            clock.move(Duration.ofMinutes(1));
            assertEquals(status, pusher.send("POST", path, body).statusCode());
        }
    }
}
