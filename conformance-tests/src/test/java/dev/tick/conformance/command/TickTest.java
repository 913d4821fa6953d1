package dev.tick.conformance.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tick.reference.first.SubmitFault;
import dev.tick.reference.first.SubmitServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as its user sees it: what it prints, and how it exits. */
class TickTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void exitsWith0WhereTheTargetConforms() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            assertEquals(0, verify(server, server.baseUrl()));
            assertTrue(said().contains("Verdict: CONFORMANT"), said());
            assertTrue(said().contains(" s, and 2 before, to learn the contract; report: "), said());
            assertTrue(Files.exists(directory.resolve("report.html")));
            assertEquals("", errors.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void exitsWith1WhereTheTargetDoesNotConform() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            assertEquals(1, verify(server, server.baseUrl()));
            assertTrue(said().contains("Verdict: NOT CONFORMANT"), said());
        }
    }

    @Test
    void exitsWith1WhereWarningsAreToFail() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.SHORT_HASH_ACCEPTED, "")) {
            assertEquals(1, verify(server, server.baseUrl(), "--fail-on", "should"));
        }
    }

    @Test
    void exitsWith3WhereNothingCanBeLearned() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "/elsewhere")) {
            assertEquals(3, verify(server, server.baseUrl().replace("/elsewhere", "")));
            assertTrue(said().contains("Verdict: INCONCLUSIVE"), said());
        }
    }

    /** What lies there afterwards is of this run, or says that there was none. */
    @Test
    void leavesNothingOfAnEarlierRun() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            assertEquals(0, verify(server, server.baseUrl()));
            Files.writeString(directory.resolve("mine.txt"), "mine");
            assertEquals(2, verify(server, server.baseUrl(), "--deviations", "none.yaml"));
            try (Stream<Path> left = Files.list(directory)) {
                assertEquals(
                        List.of("mine.txt", "summary.txt"),
                        left.map(file -> file.getFileName().toString()).sorted().toList());
            }
            String summary = Files.readString(directory.resolve("summary.txt"));
            assertTrue(
                    summary.startsWith("No verdict. This run ended early: deviations: there is no file 'none.yaml'"),
                    summary);
        }
    }

    @Test
    void saysInEveryFolderWhyARunOfSeveralContractsEnded() throws IOException {
        String slip = Files.writeString(directory.resolve("slip.yaml"), "- requirment: SUB-001")
                .toString();
        assertEquals(2, tick(Map.of(), false, "verify", "--output", directory.toString(), "--deviations", slip));
        for (String folder : List.of("", "indicators", "tiindicators")) {
            String summary = Files.readString(directory.resolve(folder).resolve("summary.txt"));
            assertTrue(summary.startsWith("No verdict. This run ended early: deviations: " + slip), summary);
        }
    }

    @Test
    void leavesNothingOfARunOfSeveralContracts() throws IOException {
        Path below = Files.createDirectories(directory.resolve("indicators"));
        Files.writeString(below.resolve("summary.txt"), "Verdict: CONFORMANT");
        Files.writeString(below.resolve("results.json"), "{}");
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            assertEquals(0, verify(server, server.baseUrl()));
            assertFalse(Files.exists(below));
        }
    }

    @Test
    void comparesWithABaselineThatLiesInItsFolder() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            assertEquals(0, verify(server, server.baseUrl()));
            String baseline = directory.resolve("results.json").toString();
            assertEquals(0, verify(server, server.baseUrl(), "--baseline", baseline, "--fail-on", "new"));
            assertTrue(said().contains("0 requirements changed"), said());
        }
    }

    @Test
    void givesProgramsOneObject() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            assertEquals(1, verify(server, server.baseUrl(), "--output", "json"));
            JsonNode said = JsonMapper.shared().readTree(said());
            assertEquals(1, said.path("exitCode").asInt());
            JsonNode run = said.at("/runs/0");
            assertEquals("tiindicators", run.path("contract").asString());
            assertEquals("NOT CONFORMANT", run.path("verdict").asString());
            assertTrue(run.at("/counts/MUST/FAIL").asInt() > 0);
            assertEquals(2, run.path("questions").asInt());
            assertEquals(
                    directory.resolve("report.html").toString(),
                    run.at("/files/report.html").asString());
            assertTrue(said.at("/notes/0").asString().startsWith("Contract: tiindicators ("));
            assertTrue(run.path("endedEarly").isMissingNode());
        }
    }

    @Test
    void tellsProgramsWhyARunEndedEarly() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "/elsewhere")) {
            assertEquals(3, verify(server, server.baseUrl().replace("/elsewhere", ""), "--output", "json"));
            JsonNode run = JsonMapper.shared().readTree(said()).at("/runs/0");
            assertEquals("INCONCLUSIVE", run.path("verdict").asString());
            assertTrue(
                    run.path("endedEarly").asString().startsWith("the target serves no contract at "), run::toString);
        }
        console.reset();
        assertEquals(2, tick(Map.of(), false, "verify", "--output", "json", "--fail-on", "shuld"));
        JsonNode refused = JsonMapper.shared().readTree(said());
        assertEquals(2, refused.path("exitCode").asInt());
        assertTrue(refused.path("error").asString().startsWith("--fail-on: 'shuld' is unknown"), refused::toString);
    }

    /** A place that was free before the run is taken by its end, as on a disk that is full by then. */
    @Test
    void keepsAVerdictWhoseResultsCannotBeWritten() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Files.createDirectories(directory.resolve("results.json/taken"));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            String[] line = {"verify", "--target", url, "--contract", "indicators", "--output", directory.toString()};
            assertEquals(3, tick(Map.of("TICK_TOKEN", "a.b.c"), false, line));
            assertTrue(said().contains("Verdict: INCONCLUSIVE"), said());
            String file = directory.resolve("results.json").toString();
            String error = errors.toString(StandardCharsets.UTF_8);
            assertTrue(error.contains("cannot write " + file + " ("), error);
            assertTrue(error.contains("; make room there, or name another folder for the results"), error);
            deleteTaken();
            console.reset();
            String[] json = Stream.concat(Stream.of(line), Stream.of("--output", "json"))
                    .toArray(String[]::new);
            assertEquals(3, tick(Map.of("TICK_TOKEN", "a.b.c"), false, json));
            JsonNode said = JsonMapper.shared().readTree(said());
            assertEquals("INCONCLUSIVE", said.at("/runs/0/verdict").asString());
            assertTrue(said.path("error").asString().startsWith("cannot write " + file), said::toString);
        } finally {
            server.stop(0);
        }
        // The next run sees it in time.
        console.reset();
        assertEquals(2, tick(Map.of(), false, "verify", "--contract", "indicators", "--output", directory.toString()));
        assertEquals("", said());
        deleteTaken();
    }

    private void deleteTaken() throws IOException {
        Files.delete(directory.resolve("results.json/taken"));
        Files.delete(directory.resolve("results.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify --target none --output json | --target: 'none' tests nothing",
                "verify --output a --output b --output json | --output: two folders are named, 'a' and 'b'",
                "verify --output json --sede 1 | Unknown option: '--sede' (did you mean '--seed'?)",
                "verify --output=json --target | Missing required parameter for option '--target'"
            })
    void tellsProgramsOfWrongUsage(String line, String message) {
        assertEquals(2, tick(Map.of(), false, line.split(" ")));
        JsonNode said = JsonMapper.shared().readTree(said());
        assertEquals(2, said.path("exitCode").asInt());
        assertTrue(said.path("error").asString().startsWith(message), said::toString);
        assertTrue(errors.toString(StandardCharsets.UTF_8).startsWith(message));
    }

    /** A file of a user's may be nested too deeply or too large; that is no trace of a stack, and programs want to know it. */
    @ParameterizedTest
    @MethodSource
    void exitsWith3WhereItsMemoryIsNotEnough(Error error, String message) {
        Map<String, String> endless = new AbstractMap<>() {
            @Override
            public Set<Map.Entry<String, String>> entrySet() {
                throw error;
            }
        };
        assertEquals(3, tick(endless, false, "verify", "--target", "http://host.example", "--output", "json"));
        JsonNode said = JsonMapper.shared().readTree(said());
        assertEquals(3, said.path("exitCode").asInt());
        assertTrue(said.path("error").asString().contains(error.toString()), said::toString);
        assertTrue(errors.toString(StandardCharsets.UTF_8).startsWith(message), errors::toString);
    }

    static Stream<Arguments> exitsWith3WhereItsMemoryIsNotEnough() {
        return Stream.of(
                Arguments.of(new StackOverflowError(), "the memory of this process was not enough ("),
                Arguments.of(new OutOfMemoryError(), "the kit's heap is full; give it more, such as java -Xmx2g ("));
    }

    @Test
    void takesATokenAsItStandsInItsHeader() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            Map<String, String> environment = new HashMap<>(server.tokens());
            environment.replaceAll((name, token) -> "bearer  " + token);
            assertEquals(
                    0,
                    tick(environment, false, "verify", "--target", server.baseUrl(), "--output", directory.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verfy | Unmatched argument at index 0: 'verfy' (did you mean 'verify'?)",
                "verify --traget stub | Unknown option: '--traget' (did you mean '--target'?)",
                "verify --target sutb | --target: 'sutb' is neither 'stub', nor a URL, nor the name of a file (did you mean 'stub'?)",
                "verify --output /proc/none | --output: cannot write to '/proc/none'",
                "coverage --output /proc/none | --output: cannot write to '/proc/none'",
                "verify --target http://host.example:70000 | --target: the URL of host.example has the port 70000",
                "verify --deadline soon | --deadline: 'soon' is no number of minutes",
                "verify --explore far | --explore: 'far' is neither 'standard' nor a number of requests",
                "verify --seed x | --seed: 'x' is no whole number",
                "verify --sede 1 | Unknown option: '--sede' (did you mean '--seed'?)",
                "verify --ca pom.xml | --ca: 'pom.xml' holds no PEM certificate",
                "verify --target none | --target: 'none' tests nothing; use 'tick coverage', or name a target",
                "verify --fail-on shuld | --fail-on: 'shuld' is unknown (did you mean 'should'?)",
                "verify --contract indicator | --contract: 'indicator' is unknown (did you mean 'indicators'?)",
                "verify --target http://host.example | TICK_TOKEN: not set",
                "verify --output a --output b | --output: two folders are named, 'a' and 'b'; leave one out",
                "coverage --output json | --output: 'json' is for 'tick verify'; name a folder",
                "verify --requirements SUB-0O1 | --requirements: 'SUB-0O1' has no check"
            })
    void exitsWith2AndSaysWhatToDo(String line, String message) {
        assertEquals(2, tick(Map.of(), false, line.split(" ")));
        assertTrue(
                errors.toString(StandardCharsets.UTF_8).startsWith(message), errors.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"--help, Commands:", "verify --help, Exit codes:", "coverage --help, Exit codes:", "--version, tick "})
    void helps(String line, String part) {
        assertEquals(0, tick(Map.of(), false, line.split(" ")));
        assertTrue(said().contains(part), said());
        assertEquals("", errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesTheCoverageWithoutATarget() {
        assertEquals(0, tick(Map.of(), false, "coverage", "--output", directory.toString()));
        assertTrue(Files.exists(directory.resolve("coverage.html")));
        assertTrue(said().startsWith("No target, so nothing was sent."), said());
    }

    @Test
    void coloursATerminalUnlessItIsAskedNotTo() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "/elsewhere")) {
            String[] line = {
                "verify", "--target", server.baseUrl().replace("/elsewhere", ""), "--output", directory.toString()
            };
            Map<String, String> environment = new HashMap<>(server.tokens());
            environment.put("TERM", "xterm");
            assertEquals(3, tick(environment, true, line));
            assertTrue(said().contains("\u001b[31;1mINCONCLUSIVE"), said());
            console.reset();
            environment.put("NO_COLOR", "1");
            assertEquals(3, tick(environment, true, line));
            assertFalse(said().contains("\u001b[31"), said());
            console.reset();
            assertEquals(3, tick(environment, false, line));
            assertFalse(said().contains("\u001b"), said());
        }
    }

    @Test
    void startsAShortRunWithItsFlagsBeforeTheUsers() {
        String[] arguments = {"verify", "--target", "stub"};
        List<String> command = ShortRun.command(
                        new Info(
                                Optional.of("/bin/java"),
                                List.of("-Xmx1g", "-jar", "tick.jar", "verify", "--target", "stub")),
                        arguments)
                .orElseThrow();
        assertEquals("/bin/java", command.get(0));
        assertTrue(command.indexOf("-XX:TieredStopAtLevel=1") < command.indexOf("-Xmx1g"), command.toString());
        assertEquals(
                List.of("-jar", "tick.jar", "verify", "--target", "stub"),
                command.subList(command.size() - 5, command.size()));
    }

    /** A system may cut a long command line. */
    @Test
    void runsInThisProcessWhereTheSystemDoesNotTellTheWholeCommandLine() {
        String[] arguments = {"verify", "--target", "stub"};
        for (Info cut : List.of(
                new Info(Optional.of("/bin/java"), List.of("-jar", "tick.jar", "verify", "--target")),
                new Info(Optional.of("/bin/java"), List.of("verify", "--target", "stub")),
                new Info(Optional.empty(), List.of("-jar", "tick.jar", "verify", "--target", "stub")))) {
            assertEquals(Optional.empty(), ShortRun.command(cut, arguments));
        }
    }

    private int verify(SubmitServer server, String url, String... more) {
        List<String> line = new ArrayList<>(
                List.of("verify", "--target", url, "--output", directory.toString(), "--progress", "none"));
        line.addAll(List.of(more));
        return tick(server.tokens(), false, line.toArray(String[]::new));
    }

    private int tick(Map<String, String> environment, boolean terminal, String... arguments) {
        return new Tick(
                        environment,
                        Clock.systemUTC(),
                        new PrintStream(console, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        terminal)
                .run(arguments);
    }

    private String said() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
