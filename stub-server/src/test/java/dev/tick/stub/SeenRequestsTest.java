package dev.tick.stub;

import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.pipeline.RefusalPolicy;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that clients were seen to send and no page documents: a read by id, and a batch delete with a small b. */
class SeenRequestsTest {
    private static final String TODAY = "/api/indicators";
    private static final String FIRST = "{\"IndicatorIds\": [\"1\"]}";

    @ParameterizedTest
    @ValueSource(strings = {TODAY, "/api/v1.0/indicators"})
    void areServedAndRecordedAsWhatTheyAre(String path) throws Exception {
        try (StubServer stub = StubServer.start(StubConfig.of("indicators"))) {
            Caller caller = new Caller(stub);
            caller.send("POST", path, EditionsTest.submission("192.0.2.1"));
            HttpResponse<String> read = caller.send("GET", path + "/1", "");
            assertEquals(
                    "200 192.0.2.1",
                    read.statusCode() + " " + json(read).path("indicatorValue").asString());
            assertEquals("ICL-070", Caller.recorded(stub));
            assertEquals("404 ResourceNotFound", code(caller.send("GET", path + "/2", "")));
            assertEquals(
                    401, caller.send(caller.request("GET", path + "/1", "")).statusCode());
            assertEquals(204, caller.send("POST", path + "/batchDelete", FIRST).statusCode());
            assertEquals("ICL-070 ICL-070 ICL-070 ICL-071", Caller.recorded(stub));
            assertEquals(
                    "body: expected a request that a page documents, got \"POST " + path + "/batchDelete\"",
                    stub.journal().get(4).violations().get(0).sentence());
            assertEquals("[]", json(caller.send("GET", path, "")).path("value").toString());
            assertEquals("405 DELETE, GET", allowed(caller.send("PUT", path + "/1", "")));
        }
    }

    @ParameterizedTest
    @EnumSource(RefusalPolicy.class)
    void areRefusedOnRequest(RefusalPolicy policy) throws Exception {
        List<String> without =
                policy == RefusalPolicy.EVERYTHING ? List.of() : List.of("read-by-id", "batch-delete-in-small");
        try (StubServer stub = StubServer.start(
                StubConfig.builder("indicators").refuse(policy).without(without).build())) {
            Caller caller = new Caller(stub);
            caller.send("POST", TODAY, EditionsTest.submission("192.0.2.1"));
            assertEquals("405 DELETE", allowed(caller.send("GET", TODAY + "/1", "")));
            assertEquals("405 DELETE", allowed(caller.send("POST", TODAY + "/batchDelete", FIRST)));
        }
    }

    @Test
    void oneAloneIsRefused() throws Exception {
        try (StubServer stub = StubServer.start(StubConfig.builder("indicators")
                .without(List.of("batch-delete-in-small"))
                .build())) {
            Caller caller = new Caller(stub);
            caller.send("POST", TODAY, EditionsTest.submission("192.0.2.1"));
            assertEquals(200, caller.send("GET", TODAY + "/1", "").statusCode());
            assertEquals(405, caller.send("POST", TODAY + "/batchDelete", FIRST).statusCode());
        }
    }

    private static String allowed(HttpResponse<String> response) {
        return response.statusCode() + " "
                + response.headers().firstValue("Allow").orElse("");
    }
}
