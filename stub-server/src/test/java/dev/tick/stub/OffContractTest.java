package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.validation.Violation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests that are refused for their method, their path or their query. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffContractTest {
    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @BeforeEach
    void begin() {
        stub.reset();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    private List<String> sentences() {
        return stub.journal().get(0).violations().stream()
                .map(Violation::sentence)
                .toList();
    }

    @Test
    void aMethodThatIsNotOfferedIsToldWithThoseThatAre() throws IOException, InterruptedException {
        HttpResponse<String> answer = caller.send("PATCH", "/api/indicators", "{}");
        assertEquals("405 ", answer.statusCode() + " " + answer.body());
        assertEquals(Optional.of("POST, GET"), answer.headers().firstValue("Allow"));
        assertEquals(List.of("PATCH is not offered here: allowed POST, GET"), sentences());
    }

    @Test
    void aPathThatNobodyKnowsIsToldWithTheNearest() throws IOException, InterruptedException {
        assertEquals(404, caller.send("GET", "/api/indicator", "").statusCode());
        assertEquals(
                List.of(
                        "path: expected a path of the contract (did you mean '/api/indicators'?), got \"/api/indicator\""),
                sentences());
    }

    @Test
    void aQueryThatNobodyCanReadIsToldWithItsPlace() throws IOException, InterruptedException {
        assertEquals(
                400,
                caller.send("GET", "/api/indicators?$filter=action%20has%20'Alert'", "")
                        .statusCode());
        assertEquals(1, sentences().size());
        assertTrue(
                sentences()
                        .get(0)
                        .startsWith(
                                "query:$filter: expected a query that can be read, got \"$filter=action%20has%20'Alert'\" ("),
                sentences().get(0));
        assertEquals(400, caller.send("GET", "/api/indicators?$top=x", "").statusCode());
        assertEquals("query:$top", stub.journal().get(1).violations().get(0).location());
    }

    @Test
    void whatHonoursTheContractIsNotAccused() throws IOException, InterruptedException {
        assertEquals(404, caller.send("GET", "/api/tiindicators/192.0.2.99", "").statusCode());
        assertEquals(200, caller.send("GET", "/api/indicators?$top=1", "").statusCode());
        stub.play("503 x1");
        assertEquals(503, caller.send("GET", "/api/indicators", "").statusCode());
        assertTrue(stub.journal().stream().allMatch(entry -> entry.violations().isEmpty()));
    }
}
