package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.TrafficJudge;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Specification;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stub that is watched while a client calls it. */
class ObserveTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final ClientScenarios SCENARIOS = ClientScenarios.of(TODAY);

    /** What the journal keeps. */
    private static final int KEPT = 1000;

    @TempDir
    Path folder;

    private static ObservedStub stub() {
        return new ObservedStub(SCENARIOS, 0, Clock.systemUTC());
    }

    private void work(ObservedStub stub, Consumer<PracticeClient> habit) throws IOException {
        PracticeClient client = new PracticeClient();
        habit.accept(client);
        ClientTask task = new ClientTask(stub.environment(), folder, Duration.ofMinutes(1));
        Files.writeString(task.work(), PracticeWork.tour(TODAY.contract()).toString());
        client.run(task);
    }

    private static List<String> broken(List<TrafficJudge.Breach> breaches) {
        return breaches.stream()
                .map(breach -> breach.result() + " " + breach.row().id())
                .toList();
    }

    private static Result result(RunResult result, String id) {
        return result.rows().stream()
                .filter(row -> row.row().id().equals(id))
                .map(RequirementResult::result)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSoundClientIsAccusedOfNothing() throws IOException {
        try (ObservedStub stub = stub()) {
            work(stub, client -> {});
            assertEquals(List.of(), broken(stub.look()));
            RunResult result = stub.result();
            assertEquals(Verdict.CONFORMANT, result.verdict());
            assertEquals(Result.PASS, result(result, "ICL-030"));
            assertEquals(Result.PASS, result(result, "ICL-043"));
            assertEquals(Result.NOT_APPLICABLE, result(result, "ICL-031"));
            assertEquals(List.of(), result.stamp().notes());
        }
    }

    @Test
    void tellsOfARowOnceAndKeepsTheFirstBreach() throws IOException {
        try (ObservedStub stub = stub()) {
            Consumer<PracticeClient> wrong = client -> client.submit = body -> {
                body.remove("title");
                return body;
            };
            work(stub, wrong);
            List<TrafficJudge.Breach> first = stub.look();
            assertEquals(List.of("FAIL ICL-004"), broken(first));
            assertEquals(
                    "POST /api/indicators -> 400: body: expected a property 'title', got nothing",
                    first.get(0).detail());
            work(stub, wrong);
            assertEquals(List.of(), broken(stub.look()));
            RunResult result = stub.result();
            assertEquals(Verdict.NOT_CONFORMANT, result.verdict());
            assertEquals(Result.FAIL, result(result, "ICL-004"));
        }
    }

    @Test
    void aTokenThatIsNoneIsTold() throws IOException {
        try (ObservedStub stub = stub()) {
            work(stub, client -> client.authorization = "Bearer x");
            assertEquals(List.of("FAIL ICL-030"), broken(stub.look()));
        }
    }

    /** The end of a token's life is no fault: who calls then asks for another one. */
    @Test
    void aTokenWhoseLifeIsOverIsNoBreach() throws IOException {
        HandClock clock = new HandClock();
        try (ObservedStub stub = new ObservedStub(SCENARIOS, 0, clock)) {
            work(stub, client -> client.beforeCall = () -> clock.move(Duration.ofHours(2)));
            assertEquals(List.of(), broken(stub.look()));
            RunResult result = stub.result();
            assertEquals(Result.NOT_TESTABLE, result(result, "ICL-030"));
        }
    }

    @Test
    void noSecretIsTold() throws IOException {
        try (ObservedStub stub = stub()) {
            String secret = stub.environment().get(ClientTask.CLIENT_SECRET);
            work(stub, client -> {
                client.query = "access_token=TOKEN";
                client.submit = body -> body.put("colour", secret);
            });
            List<TrafficJudge.Breach> breaches = stub.look();
            assertEquals(List.of("NOTE ICL-028", "WARN ICL-066"), broken(breaches));
            String told = breaches.stream().map(TrafficJudge.Breach::detail).toList()
                    + stub.result().toString();
            assertFalse(told.contains(secret), told);
            assertFalse(told.contains("eyJ"), told);
        }
    }

    @Test
    void whatTheJournalForgotIsToldAndNeverGreen() throws IOException, InterruptedException {
        try (ObservedStub stub = stub()) {
            work(stub, client -> {});
            stub.look();
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest unknown = HttpRequest.newBuilder(
                            URI.create(stub.environment().get(ClientTask.BASE_URL) + "/unknown"))
                    .build();
            for (int i = 0; i < KEPT + 3; i++) {
                http.send(unknown, HttpResponse.BodyHandlers.discarding());
            }
            stub.look();
            stub.look();
            RunResult result = stub.result();
            assertEquals(Verdict.INCONCLUSIVE, result.verdict());
            assertEquals(
                    Optional.of("the journal forgot 3 calls before anybody looked at them; send fewer at a time"),
                    result.stopped());
            assertEquals(
                    List.of(KEPT + " calls were none of this contract"),
                    result.stamp().notes());
        }
    }

    @Test
    void isWatchedUntilTheEnd() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (EndOfObservation end = new EndOfObservation();
                ObservedStub stub = stub()) {
            CompletableFuture<RunResult> watching =
                    CompletableFuture.supplyAsync(() -> new TrafficWatch(stub, out).until(end, Optional.empty()));
            work(stub, client -> client.list = path -> path + "?$top=20000");
            end.ask();
            RunResult result = watching.get(2, TimeUnit.MINUTES);
            String told = bytes.toString(StandardCharsets.UTF_8);
            assertEquals(Verdict.NOT_CONFORMANT, result.verdict(), told);
            assertTrue(
                    told.lines()
                            .anyMatch(line -> line.matches(
                                    "20\\S+Z GET /api/indicators\\?\\$top=20000 -> 400 \\| FAIL ICL-044 A client asks for 10,000"
                                            + " indicators at most\\. \\| query \\$top: expected .*, got 20000")),
                    told);
            assertTrue(told.contains("Client secret:  " + stub.environment().get(ClientTask.CLIENT_SECRET)), told);
        }
    }

    @Test
    void aSignalEndsItAndTheResultsAreWritten() throws IOException, InterruptedException {
        Path results = folder.resolve("observed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.tick.conformance.command.TickMain",
                        "judge",
                        "--observe",
                        "--port",
                        "0",
                        "--output",
                        results.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            // It ends with the stream where the stub does not start.
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                lines.add(line);
                if (line.startsWith("Each row that is broken")) {
                    process.toHandle().destroy();
                }
            }
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), lines::toString);
            assertTrue(lines.contains("Verdict: INCONCLUSIVE (client observed, indicators)"), lines::toString);
            assertTrue(Files.readString(results.resolve("results.json")).contains("\"verdict\""), lines::toString);
        } finally {
            process.destroyForcibly();
        }
    }
}
