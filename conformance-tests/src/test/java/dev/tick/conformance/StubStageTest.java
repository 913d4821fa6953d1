package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.ClientTokenCall;
import dev.tick.conformance.client.SceneRecord;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StubStageTest {
    /** What the journal keeps. */
    private static final int KEPT = 1000;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsHowManyCallsAreForgotten() throws IOException, InterruptedException {
        try (StubStage stage = new StubStage(Specification.find("indicators"), Clock.systemUTC())) {
            HttpRequest request = HttpRequest.newBuilder(place(stage, ClientTask.TOKEN_ENDPOINT, ""))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            for (int i = 0; i < KEPT + 3; i++) {
                assertEquals(400, status(request));
            }
            SceneRecord scene = stage.end();
            assertEquals(3, scene.forgotten());
            assertEquals(KEPT, scene.tokenCalls().size());
            ClientTokenCall first = scene.tokenCalls().get(0);
            assertEquals(Optional.of(400), first.status());
            assertTrue(first.problem().orElse("").startsWith("invalid_"), first::toString);
            assertFalse(first.time().isBefore(scene.started()), first::toString);
        }
    }

    @Test
    void forgetsNothingOfAShortScenario() throws IOException, InterruptedException {
        try (StubStage stage = new StubStage(Specification.find("indicators"), Clock.systemUTC())) {
            HttpRequest request = HttpRequest.newBuilder(place(stage, ClientTask.BASE_URL, "/api/indicators"))
                    .build();
            assertEquals(401, status(request));
            SceneRecord scene = stage.end();
            assertEquals(0, scene.forgotten());
            assertEquals(1, scene.calls().size());
        }
    }

    @Test
    void noClientEmptiesTheJournal() throws IOException, InterruptedException {
        try (StubStage stage = new StubStage(Specification.find("indicators"), Clock.systemUTC())) {
            URI journal = place(stage, ClientTask.BASE_URL, "/tick/journal");
            Set<Integer> statuses = new TreeSet<>();
            statuses.add(status(HttpRequest.newBuilder(journal).DELETE().build()));
            statuses.add(status(HttpRequest.newBuilder(journal).build()));
            statuses.add(status(HttpRequest.newBuilder(journal.resolve("/tick/reset"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build()));
            assertEquals(Set.of(401), statuses);
        }
    }

    private static URI place(StubStage stage, String variable, String path) {
        Map<String, String> told = stage.open("alone", "fine");
        return URI.create(told.get(variable) + path);
    }

    private int status(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
