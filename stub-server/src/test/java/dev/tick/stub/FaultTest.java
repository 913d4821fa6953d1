package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Faults come and go while the stub runs; that each breaks its own row is proven by the conformance tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
    private static final String BODY = "{\"indicator\":\"fault.example\",\"indicatorType\":\"DomainName\","
            + "\"title\":\"  padded  \",\"action\":\"Alert\"}";

    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterAll
    void stop() {
        stub.close();
    }

    @Test
    void breaksOneThingUntilItIsHealed() throws IOException, InterruptedException {
        stub.play("fault SUB-007-title-trimmed");
        assertEquals("padded", title());
        stub.play("fault SUB-001-answers-200");
        assertEquals(200, submit().statusCode());
        assertEquals("  padded  ", title());
        stub.play("fine");
        assertEquals(201, submit().statusCode());
    }

    @Test
    void forgetsEverythingWhenItIsReset() throws IOException, InterruptedException {
        submit();
        stub.play("fault SUB-001-fails");
        stub.reset();
        assertEquals(0, stub.journal().size());
        HttpResponse<String> list = caller.send("GET", Caller.PATH, "");
        assertEquals(200, list.statusCode());
        assertEquals(0, Caller.json(list).path("value").size());
        assertEquals(201, submit().statusCode());
    }

    private String title() throws IOException, InterruptedException {
        return Caller.json(submit()).path("title").asString();
    }

    private HttpResponse<String> submit() throws IOException, InterruptedException {
        return caller.submit(BODY);
    }
}
