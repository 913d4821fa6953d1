package dev.tick.stub;

import static dev.tick.stub.Caller.PATH;
import static dev.tick.stub.Caller.SHA1;
import static dev.tick.stub.Caller.SUBMISSION;
import static dev.tick.stub.Caller.code;
import static dev.tick.stub.Caller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.validation.Violation;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.pipeline.RefusalPolicy;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the stub remembers from one exchange to the next; each test has a stub of its own. */
class StubStateTest {
    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void listsReadsAndChangesWhatTheApplicationSubmitted() throws Exception {
        caller.submit(SUBMISSION);
        HttpResponse<String> list = caller.send("GET", PATH, "");
        assertEquals(SHA1, json(list).at("/value/0/indicator").asString());
        assertTrue(json(list).at("/value/0/@odata.context").isMissingNode(), list.body());
        HttpResponse<String> changed = caller.send("PATCH", PATH + "/" + SHA1, "{\"severity\": \"High\"}");
        assertEquals(200, changed.statusCode());
        assertEquals("High", json(changed).path("severity").asString());
        HttpResponse<String> read = caller.send("GET", PATH + "/" + SHA1, "");
        assertEquals(changed.body(), read.body());
        assertEquals("test", json(read).path("title").asString());
        assertEquals("404 ResourceNotFound", code(caller.send("GET", PATH + "/198.51.100.7", "")));
        assertEquals("404 ResourceNotFound", code(caller.send("PATCH", PATH + "/198.51.100.7", "{}")));
    }

    @Test
    void keepsApplicationsApart() throws Exception {
        caller.submit(SUBMISSION);
        String other = "Bearer " + stub.token(stub.otherApplication(), TokenVariant.SOUND);
        HttpResponse<String> list = caller.send(caller.request("GET", PATH, "").header("Authorization", other));
        assertEquals(0, json(list).path("value").size());
        assertEquals(
                "404 ResourceNotFound",
                code(caller.send(caller.request("GET", PATH + "/" + SHA1, "").header("Authorization", other))));
    }

    @Test
    void updatesWhatIsSubmittedAgainUnlessTypeOrActionDiffer() throws Exception {
        caller.submit(SUBMISSION);
        HttpResponse<String> again = caller.submit(SUBMISSION.replace("\"test\"", "\"changed\""));
        assertEquals(201, again.statusCode());
        assertEquals("changed", json(again).path("title").asString());
        assertEquals(1, json(caller.send("GET", PATH, "")).path("value").size());
        assertEquals("409 Conflict", code(caller.submit(SUBMISSION.replace("AlertAndBlock", "Alert"))));
    }

    @Test
    void recordsWhatIsOpenAndRefusesItOnRequest() throws Exception {
        String body = SUBMISSION.replace("{", "{\"colour\": \"red\", ");
        assertEquals(201, caller.submit(body).statusCode());
        JournalEntry entry = stub.journal().get(0);
        assertEquals(
                List.of("additionalProperties"),
                entry.violations().stream().map(Violation::keyword).toList());
        assertTrue(entry.violations().get(0).requirement().isPresent());
        assertEquals(body, entry.body());
        try (StubServer strict = StubServer.start(StubConfig.builder("tiindicators")
                .refuse(RefusalPolicy.EVERYTHING)
                .build())) {
            assertEquals("400 InvalidRequestBody", code(new Caller(strict).submit(body)));
        }
    }
}
