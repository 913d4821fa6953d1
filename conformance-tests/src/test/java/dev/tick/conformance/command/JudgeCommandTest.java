package dev.tick.conformance.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tick judge} from its command line, with clients that are processes. */
class JudgeCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int tick(String... options) {
        String[] all = Stream.concat(Stream.of("judge", "--output", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return run(all);
    }

    private int run(String... arguments) {
        return new Tick(Map.of(), Clock.systemUTC(), stream(out), stream(err), false).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String practice() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' dev.tick.conformance.PracticeMain";
    }

    @Test
    void judgesAProcessAndTellsItToPrograms() {
        int code = tick(
                "--target-command",
                practice(),
                "--scenarios",
                "submit-400, submit-503",
                "--deadline",
                "60",
                "--output",
                "json");
        JsonNode run = JsonMapper.shared().readTree(text(out)).path("runs").path(0);
        assertEquals("java", run.path("target").asString(), () -> text(out) + text(err));
        // Two of many scenarios: nothing is wrong, and nothing is proven.
        assertEquals("INCONCLUSIVE", run.path("verdict").asString());
        assertEquals(3, run.path("requests").asInt());
        assertEquals(0, run.path("counts").path("SHOULD").path("WARN").asInt());
        assertTrue(run.path("counts").path("SHOULD").path("PASS").asInt() >= 2, () -> text(out));
        assertEquals(3, code);
    }

    @Test
    void aClientThatDoesNothingIsInconclusive() {
        assertEquals(3, tick("--target-command", "sh -c 'echo no idea; exit 7'", "--scenarios", "tour"));
        String told = text(out);
        assertTrue(told.startsWith("Verdict: INCONCLUSIVE (client sh, indicators)\n"), told);
        assertTrue(told.contains("it ended with code 7; it printed: no idea"), told);
    }

    @Test
    void wrongUsageNamesTheOption() {
        assertEquals(2, tick());
        assertTrue(text(err).startsWith("Missing required option: '--target-command=COMMAND'"), () -> text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "x", "--deadline", "0"));
        assertEquals("--deadline: expected a whole number from 1 to 3600, got '0'\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "x", "--parallel", "many"));
        assertEquals("--parallel: expected a whole number from 1 to 32, got 'many'\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "x", "--scenarios", "tuor"));
        assertTrue(text(err).startsWith("--scenarios: 'tuor' is no scenario of "), () -> text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "/no/such/client", "--scenarios", "tour"));
        assertEquals("--target-command: there is no file '/no/such/client'; is its path right?\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "sh", "--scenarios", "tour,"));
        assertEquals("--scenarios: expected names between commas, got 'tour,'\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "sh", "--scenarios", "tour, pages,tour"));
        assertEquals("--scenarios: 'tour' is named twice; name it once\n", text(err));
    }

    @Test
    void aFileForTheResultsAndAContractWithoutScenariosAreToldAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(2, run("judge", "--target-command", "sh", "--output", file.toString()));
        assertEquals("--output: '" + file + "' is a file; name a folder that can be written to\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "sh", "--contract", "../examples/own-contract/badges"));
        assertTrue(
                text(err).startsWith("--contract: there are no scenarios in ")
                        && text(err).contains("judge by a contract of the kit"),
                () -> text(err));
    }
}
