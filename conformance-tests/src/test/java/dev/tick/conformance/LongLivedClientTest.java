package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientCommand;
import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientJudge;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.client.LongLivedProgram;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is one process for all scenarios. */
class LongLivedClientTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** Answers each line. */
    private static final String ANSWER = """
            name=$(printf '%s' "$line" | sed 's/.*"scenario":"\\([^"]*\\)".*/\\1/')
            answer="{\\"scenario\\": \\"$name\\", \\"work\\": [{\\"id\\": 1, \\"outcome\\": \\"done\\"}]}"
            """;

    @TempDir
    Path folder;

    private Optional<LongLivedProgram> started = Optional.empty();

    @AfterEach
    void end() {
        started.ifPresent(LongLivedProgram::close);
    }

    private LongLivedProgram client(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("client.sh"), script);
        LongLivedProgram client =
                new LongLivedProgram(new ClientCommand("target.command", "sh '" + file + "'", folder));
        started = Optional.of(client);
        return client;
    }

    /** Returns a client that does this with each line. */
    private LongLivedProgram forEachLine(String script) throws IOException {
        return client("while read -r line; do\n" + ANSWER + script + "\ndone\n");
    }

    private ClientTask task(String scenario, Duration deadline) throws IOException {
        Path own = Files.createDirectories(folder.resolve(scenario));
        ClientTask task = new ClientTask(
                Map.of(
                        ClientTask.SCENARIO,
                        scenario,
                        ClientTask.BASE_URL,
                        "http://127.0.0.1:1",
                        ClientTask.TOKEN_ENDPOINT,
                        "http://127.0.0.1:1/token",
                        ClientTask.TENANT,
                        "a-tenant",
                        ClientTask.CLIENT_ID,
                        "a-client",
                        ClientTask.CLIENT_SECRET,
                        "secret-of-" + scenario,
                        ClientTask.RESOURCE,
                        "https://api.example"),
                own,
                deadline);
        Files.writeString(
                task.work(), "{\"scenario\": \"" + scenario + "\",\n \"work\": [{\"id\": 1, \"do\": \"list\"}]}\n");
        return task;
    }

    private ClientEnd run(LongLivedProgram client, String scenario, Duration deadline) throws IOException {
        return client.run(task(scenario, deadline));
    }

    private String report(String scenario) throws IOException {
        return Files.readString(folder.resolve(scenario).resolve("report.json"));
    }

    private static ClientEnd answered(String output) {
        return new ClientEnd(ClientEnd.Kind.ANSWERED, Optional.empty(), output, Optional.empty());
    }

    @Test
    void oneProcessGetsALineForEachScenario() throws IOException {
        LongLivedProgram client = forEachLine("""
                printf '%s\\n' "$$ $line" >> lines
                echo "$answer"
                """);
        assertEquals(answered(""), run(client, "tour", LONG));
        assertEquals(answered(""), run(client, "pages", LONG));
        List<String> lines = Files.readAllLines(folder.resolve("lines"));
        assertEquals(
                "{\"scenario\":\"tour\",\"baseUrl\":\"http://127.0.0.1:1\",\"tokenEndpoint\":\"http://127.0.0.1:1/token\","
                        + "\"tenant\":\"a-tenant\",\"clientId\":\"a-client\",\"clientSecret\":\"secret-of-tour\","
                        + "\"resource\":\"https://api.example\",\"deadlineSeconds\":120,\"work\":[{\"id\":1,\"do\":\"list\"}]}",
                lines.get(0).replaceFirst("^\\d+ ", ""));
        assertEquals(pid(lines.get(0)), pid(lines.get(1)));
        assertEquals("{\"scenario\": \"pages\", \"work\": [{\"id\": 1, \"outcome\": \"done\"}]}\n", report("pages"));
    }

    private static long pid(String line) {
        return Long.parseLong(line.trim().replaceFirst(" .*", ""));
    }

    /** All that is no answer is output, on both streams, and none of it disturbs an answer. */
    @Test
    void noiseIsOutput() throws IOException {
        LongLivedProgram client = forEachLine("""
                printf 'a prompt> ' >&2
                echo '{'
                echo "{\\"level\\": \\"info\\", \\"scenario\\": \\"$name\\"}"
                echo "$answer"
                """);
        ClientEnd end = run(client, "tour", LONG);
        assertEquals(ClientEnd.Kind.ANSWERED, end.kind());
        assertTrue(end.output().contains("{\n{\"level\": \"info\", \"scenario\": \"tour\"}\n"), end::output);
        assertTrue(end.output().contains("a prompt> "), end::output);
        assertFalse(end.output().contains("outcome"), end::output);
    }

    @Test
    void whoDoesNotAnswerIsKilledAndAnotherProcessIsStarted() throws IOException {
        LongLivedProgram client = forEachLine("""
                echo $$ >> pids
                if [ "$name" != tour ]; then echo "$answer"; fi
                """);
        ClientEnd end = run(client, "tour", SHORT);
        assertEquals(new ClientEnd(ClientEnd.Kind.UNANSWERED, Optional.empty(), "", Optional.empty()), end);
        assertFalse(Files.exists(folder.resolve("tour/report.json")));
        assertEquals(answered(""), run(client, "pages", LONG));
        List<String> pids = Files.readAllLines(folder.resolve("pids"));
        assertNotEquals(pid(pids.get(0)), pid(pids.get(1)));
        assertTrue(Processes.ended(pid(pids.get(0))), "the client lives on");
    }

    /** It had time left in the one scenario when it was killed for the other. */
    @Test
    void whoIsKilledForAnotherScenarioIsNotSaidToHaveEnded() throws IOException {
        LongLivedProgram client = forEachLine(": > \"got-$name\"");
        ClientTask pages = task("pages", LONG);
        CompletableFuture<ClientEnd> other = CompletableFuture.supplyAsync(() -> client.run(pages));
        while (!Files.exists(folder.resolve("got-pages"))) {
            Thread.onSpinWait();
        }
        assertEquals(ClientEnd.Kind.UNANSWERED, run(client, "tour", SHORT).kind());
        assertEquals(new ClientEnd(ClientEnd.Kind.CUT_OFF, Optional.empty(), "", Optional.empty()), other.join());
    }

    /** A client may log what it is told. */
    @Test
    void theLineOfTheWorkIsNoAnswer() throws IOException {
        LongLivedProgram client = forEachLine("printf '%s\\n' \"$line\"; echo \"$answer\"");
        ClientEnd end = run(client, "tour", LONG);
        assertEquals(ClientEnd.Kind.ANSWERED, end.kind());
        assertEquals("{\"scenario\": \"tour\", \"work\": [{\"id\": 1, \"outcome\": \"done\"}]}\n", report("tour"));
    }

    @Test
    void whoEndsInTheMiddleIsTold() throws IOException {
        LongLivedProgram client = forEachLine("""
                echo "bye"
                if [ "$name" = tour ]; then exit 7; fi
                echo "$answer"
                """);
        assertEquals(
                new ClientEnd(ClientEnd.Kind.UNANSWERED, Optional.of(7), "bye\n", Optional.empty()),
                run(client, "tour", LONG));
        assertEquals(answered("bye\n"), run(client, "pages", LONG));
    }

    /** An end without an error is one before the answer, too. */
    @Test
    void whoEndsAtOnceIsTold() throws IOException {
        ClientEnd end = run(client("exit 0"), "tour", LONG);
        assertEquals(new ClientEnd(ClientEnd.Kind.UNANSWERED, Optional.of(0), "", Optional.empty()), end);
    }

    @Test
    void anAnswerRightBeforeTheEndCounts() throws IOException {
        LongLivedProgram client = client("read -r line\n" + ANSWER + "printf '%s' \"$answer\"; exit 3");
        assertEquals(answered(""), run(client, "tour", LONG));
    }

    @Test
    void aLineThatWasMeantAsAnAnswerIsQuoted() throws IOException {
        assertEquals(
                Optional.of("its line '{\"scenario\": \"tour\", \"work\": [' is no answer: it is no JSON"),
                run(forEachLine("echo '{\"scenario\": \"tour\", \"work\": ['"), "tour", SHORT)
                        .stray());
        end();
        assertEquals(
                Optional.of(
                        "its line '{\"scenario\": \"tuor\", \"work\": []}' is no answer: no scenario 'tuor' waits for one"),
                run(forEachLine("echo '{\"scenario\": \"tuor\", \"work\": []}'"), "tour", SHORT)
                        .stray());
        end();
        assertEquals(
                Optional.of(
                        "its line '{\"scenario\": \"tour\"}' is no answer: expected {\"scenario\": \"NAME\", \"work\": [...]}"),
                run(forEachLine("echo '{\"scenario\": \"tour\"}'"), "tour", SHORT)
                        .stray());
    }

    /** Of a secret that lies over the end of what is quoted, a part would be left that nobody could hide. */
    @Test
    void noPartOfASecretIsQuoted() throws IOException {
        String beforeSecret = "{\"scenario\": \"tour\", \"said\": \"";
        LongLivedProgram client =
                forEachLine("echo '" + beforeSecret + "x".repeat(70 - beforeSecret.length()) + "secret-of-tour'");
        String stray = run(client, "tour", SHORT).stray().orElseThrow();
        assertTrue(stray.contains("x[hidden]"), stray);
        assertFalse(stray.contains("secret"), stray);
    }

    @Test
    void theFirstOfTwoAnswersCounts() throws IOException {
        LongLivedProgram client = forEachLine("""
                echo "$answer"
                echo "$answer" | sed 's/done/failed/'
                """);
        assertEquals(ClientEnd.Kind.ANSWERED, run(client, "tour", LONG).kind());
        assertEquals(ClientEnd.Kind.ANSWERED, run(client, "pages", LONG).kind());
        assertTrue(report("tour").contains("done"));
        assertTrue(report("pages").contains("done"));
    }

    @Test
    void answersComeInAnyOrder() throws IOException {
        LongLivedProgram client = client("""
                read -r one
                read -r two
                for line in "$two" "$one"; do
                """ + ANSWER + """
                echo "$answer"
                done
                read -r end
                """);
        ClientTask tour = task("tour", LONG);
        ClientTask pages = task("pages", LONG);
        CompletableFuture<ClientEnd> other = CompletableFuture.supplyAsync(() -> client.run(tour));
        assertEquals(ClientEnd.Kind.ANSWERED, client.run(pages).kind());
        assertEquals(ClientEnd.Kind.ANSWERED, other.join().kind());
        assertTrue(report("tour").contains("tour"));
        assertTrue(report("pages").contains("pages"));
    }

    /** What a process prints in one scenario may be the secret of another. */
    @Test
    void noSecretOfAnyScenarioIsInTheOutput() throws IOException {
        LongLivedProgram client = forEachLine("""
                printf '%s\\n' "$line" >> lines
                cat lines
                echo "{\\"scenario\\": \\"secret-of-tour\\""
                if [ "$name" = tour ]; then echo "$answer"; fi
                """);
        assertEquals(ClientEnd.Kind.ANSWERED, run(client, "tour", LONG).kind());
        ClientEnd end = run(client, "pages", SHORT);
        assertEquals(ClientEnd.Kind.UNANSWERED, end.kind());
        String told = end.output() + end.stray();
        assertTrue(told.contains("\"clientSecret\":\"[hidden]\""), told);
        assertFalse(told.contains("secret-of"), told);
    }

    @Test
    void itsStandardInputEndsBehindTheLastScenario() throws IOException {
        LongLivedProgram client =
                client("while read -r line; do\n" + ANSWER + "echo \"$answer\"\ndone\necho ended > end\n");
        run(client, "tour", LONG);
        client.close();
        assertEquals("ended\n", Files.readString(folder.resolve("end")));
    }

    @Test
    void whoDoesNotEndBehindTheLastScenarioIsKilledWithItsChildren() throws IOException {
        LongLivedProgram client = client("""
                read -r line
                """ + ANSWER + """
                sleep 600 & echo $! > pid
                echo "$answer"
                wait
                """);
        assertEquals(ClientEnd.Kind.ANSWERED, run(client, "tour", LONG).kind());
        client.close();
        assertTrue(Processes.ended(pid(Files.readString(folder.resolve("pid")))), "the child lives on");
    }

    /** Calls once more without a token, where the service of an earlier scenario was. */
    private static final class LateCaller implements ClientProgram {
        private final HttpClient http = HttpClient.newHttpClient();
        private String before = "";

        @Override
        public String name() {
            return "late";
        }

        @Override
        public boolean outlivesScenarios() {
            return true;
        }

        @Override
        public ClientEnd run(ClientTask task) {
            if (!before.isEmpty()) {
                HttpRequest late = HttpRequest.newBuilder(URI.create(before + "/api/indicators"))
                        .build();
                // Whether anybody answers is not what is asked here.
                http.sendAsync(late, HttpResponse.BodyHandlers.discarding())
                        .handle((answer, failure) -> true)
                        .join();
            }
            before = task.environment().getOrDefault(ClientTask.BASE_URL, "");
            return new PracticeClient().run(task);
        }
    }

    @Test
    void whatComesLateIsNotHeldAgainstTheNextScenario() {
        Specification today = Specification.load("indicators");
        JudgeOptions options = new JudgeOptions(LONG, 1, Optional.empty()).only("submit-400", "list-400", "submit-403");
        RunResult result = new ClientJudge(ClientScenarios.of(today), options, Clock.systemUTC())
                .judge(new LateCaller(), () -> new StubStage(today, Clock.systemUTC()));
        assertEquals(
                List.of(),
                result.rows().stream()
                        .filter(row -> row.result().compareTo(Result.NOT_TESTABLE) > 0)
                        .map(row -> row.row().id() + " " + row.detail())
                        .toList());
    }
}
