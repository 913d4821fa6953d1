package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.scenario.StepProgress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A scenario tells which of its steps were consumed. */
class ScenarioProgressTest {
    @AutoClose
    private final StubServer stub = StubServer.start(StubConfig.of("tiindicators"));

    private final Caller caller = new Caller(stub);

    private List<Boolean> consumed() {
        return stub.scenarioProgress().stream().map(StepProgress::consumed).toList();
    }

    @Test
    void tellsHowOftenEachStepWasAskedForAndMet() throws IOException, InterruptedException {
        stub.play("fine x1, 429 x2, 503");
        assertEquals(List.of(false, false, false), consumed());
        caller.submit(Caller.SUBMISSION);
        caller.submit(Caller.SUBMISSION);
        assertEquals(
                List.of(
                        new StepProgress("fine x1", Optional.of(1), 1),
                        new StepProgress("429 x2", Optional.of(2), 1),
                        new StepProgress("503", Optional.empty(), 0)),
                stub.scenarioProgress());
        assertEquals(List.of(true, false, false), consumed());
        caller.submit(Caller.SUBMISSION);
        assertEquals(List.of(true, true, false), consumed());
        caller.submit(Caller.SUBMISSION);
        caller.submit(Caller.SUBMISSION);
        assertEquals(List.of(true, true, true), consumed());
        assertEquals(
                new StepProgress("503", Optional.empty(), 2),
                stub.scenarioProgress().get(2));
    }

    @Test
    void aStepOfAnotherPlaceIsNotConsumed() throws IOException, InterruptedException {
        stub.play("503 x1 on listIndicators, fine x1");
        caller.submit(Caller.SUBMISSION);
        assertEquals(List.of(false, false), consumed());
        caller.send("GET", Caller.PATH, "");
        assertEquals(List.of(true, false), consumed());
    }

    @Test
    void aReplayAndAResetBeginAnew() throws IOException, InterruptedException {
        stub.play("503 x1");
        caller.submit(Caller.SUBMISSION);
        assertEquals(List.of(true), consumed());
        stub.play("503 x1");
        assertEquals(List.of(false), consumed());
        stub.reset();
        assertEquals(List.of(), consumed());
    }

    @Test
    void tellsItOverHttp() throws IOException, InterruptedException {
        stub.play("fine x1, 429");
        caller.submit(Caller.SUBMISSION);
        assertEquals(
                "[{\"step\":\"fine x1\",\"times\":1,\"used\":1,\"consumed\":true},"
                        + "{\"step\":\"429\",\"times\":null,\"used\":0,\"consumed\":false}]",
                Caller.json(caller.send(caller.request("GET", "/tick/scenario", "")))
                        .path("progress")
                        .toString());
    }
}
