package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReporterTest {
    private static final ExchangeRecord EXCHANGE = new ExchangeRecord(
            1,
            new RecordedRequest("POST", "/a", List.of(), Optional.empty()),
            Optional.of(new RecordedResponse(201, "Created", List.of(), Optional.empty())),
            "");

    @Test
    void writesTheVerdictTheCountsAndEveryCaseWithoutATokenInThem(@TempDir Path directory) throws IOException {
        String console = write(
                directory,
                Optional.empty(),
                row("SUB-001", Result.PASS, "answered 201"),
                row("SUB-020", Result.FAIL, "expected a refusal, got 201"),
                row("TOK-009", Result.NOT_TESTABLE, "TICK_TOKEN_EXPIRED is not set"));
        String text = Files.readString(directory.resolve("results.json"));
        JsonNode results = JsonMapper.shared().readTree(text);
        assertEquals("1.6", results.path("format").asString());
        assertEquals("NOT CONFORMANT", results.path("verdict").asString());
        assertEquals(1, results.at("/counts/must/FAIL").asInt());
        assertEquals("SUB-020/case", results.at("/requirements/1/cases/0/id").asString());
        assertEquals(1, results.at("/requirements/1/cases/0/exchanges/0").asInt());
        assertEquals("/a", results.at("/exchanges/0/request/path").asString());
        assertTrue(
                console.startsWith(
                        "Verdict: NOT CONFORMANT (http://host.example, tiindicators)\n  1 MUST not tested: TOK-009\n  MUST   "),
                console);
        assertTrue(
                console.contains(
                        "\n  3 requests in 1.5 s; report: " + directory.resolve("report.html") + "\n  FAIL SUB-020 "),
                console);
        assertTrue(Files.readString(directory.resolve("summary.txt"))
                .contains("\nPASS SUB-001 A sound submit is answered with 201.\n"));
    }

    /** The eye finds where two lines part; in one line it does not. */
    @Test
    void putsExpectedAndActualBelowEachOther(@TempDir Path directory) {
        String console = write(
                directory,
                Optional.empty(),
                differing("SUB-001", new Mismatch("", "201", "500")),
                differing("SUB-007", new Mismatch("title", "\"a\u001bb\"", "\"a\"")),
                differing("SUB-020", new Mismatch("", "a refusal", "500")));
        assertTrue(console.endsWith("""
                          FAIL SUB-001 submitIndicator answers 500 instead of 201 (first in exchange 1)
                               row:      A sound submit is answered with 201.
                               expected: 201
                               but was:  500
                               request:  POST /a (exchange 1)
                               answer:   201 Created
                               again:    curl -gsSi --path-as-is -X POST 'http://host.example/a'
                               1 more broken by it: SUB-020
                          FAIL SUB-007 title: expected "a\\u001Bb", got "a" (submitIndicator)
                               row:      The created indicator carries the title that was submitted.
                               value of: title
                               expected: "a\\u001Bb"
                               but was:  "a"
                               request:  POST /a (exchange 1)
                               answer:   201 Created
                               again:    curl -gsSi --path-as-is -X POST 'http://host.example/a'
                        """), console);
    }

    /** A terminal would obey what a target says. */
    @Test
    void showsControlCharactersOfATarget(@TempDir Path directory) throws IOException {
        String console = write(
                directory,
                Optional.empty(),
                row("SUB-020", Result.FAIL, "got \u001b[2J\u001b]0;x\u0007\nVerdict: CONFORMANT"));
        String shown = "got \\u001B[2J\\u001B]0;x\\u0007\\u000AVerdict: CONFORMANT";
        assertTrue(console.contains("FAIL SUB-020 " + shown), console);
        String summary = Files.readString(directory.resolve("summary.txt"));
        assertEquals(2, summary.split(Pattern.quote(shown), -1).length - 1);
        assertTrue(summary.chars().noneMatch(one -> one < ' ' && one != '\n'), summary);
        String stopped = write(directory, Optional.of("tried \u001b[2J"), row("SUB-001", Result.ERROR, "tried"));
        assertTrue(stopped.contains("\n  tried \\u001B[2J\n"), stopped);
    }

    @Test
    void saysWhyARunStopped(@TempDir Path directory) throws IOException {
        String console = write(directory, Optional.of("tried this"), row("SUB-001", Result.ERROR, "tried this"));
        assertTrue(
                console.startsWith("Verdict: INCONCLUSIVE (http://host.example, tiindicators)\n  tried this\n"),
                console);
        assertTrue(Files.readString(directory.resolve("results.json")).contains("\"stopped\" : \"tried this\""));
    }

    /** What was found before it stopped stays found. */
    @Test
    void tellsWhatWasFoundBeforeARunStopped(@TempDir Path directory) {
        String console = write(
                directory,
                Optional.of("stopped after 3 requests and 1 of 2 cases: gone"),
                row("SUB-001", Result.FAIL, "answered 500"),
                row("SUB-020", Result.ERROR, "stopped after 3 requests and 1 of 2 cases: gone"));
        assertTrue(
                console.startsWith("Verdict: NOT CONFORMANT (http://host.example, tiindicators)\n  stopped after 3 "),
                console);
        assertTrue(console.contains("\n  FAIL SUB-001 "), console);
        assertFalse(console.contains("ERROR SUB-020"), console);
    }

    /** Two times look alike behind a placeholder. */
    @Test
    void holdsTheValuesOfATimeThatIsWrong(@TempDir Path directory) throws IOException {
        write(
                directory,
                Optional.empty(),
                differing("SUB-016", new Mismatch("created", "about 2026-11-27T10:00:00Z", "2026-11-27T09:00:00Z")),
                differing("SUB-007", new Mismatch("title", "a", "b")));
        JsonNode rows = JsonMapper.shared()
                .readTree(Files.readString(directory.resolve("results.json")))
                .path("requirements");
        JsonNode time = rows.valueStream()
                .filter(row -> row.path("id").asString().equals("SUB-016"))
                .findFirst()
                .orElseThrow()
                .at("/cases/0/differences/0");
        assertEquals("about <time>Z", time.path("expected").asString());
        assertEquals("about 2026-11-27T10:00:00Z", time.at("/values/expected").asString());
        assertEquals("2026-11-27T09:00:00Z", time.at("/values/got").asString());
        assertEquals(1, rows.findValues("values").size());
    }

    @Test
    void tellsTheVerdictAlsoWhereAFileCannotBeWritten(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("results.json/mine"));
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Reporter reporter = new Reporter(
                Reports.CONTRACT,
                directory,
                new PrintStream(console, true, StandardCharsets.UTF_8),
                ConsoleStyle.PLAIN);
        RunResult report = Reports.of(
                "0123abcd", Optional.empty(), List.of(EXCHANGE), row("SUB-020", Result.FAIL, "answered 500"));
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> reporter.write(report, Comparisons.none()));
        assertTrue(
                String.valueOf(failure.getMessage())
                        .startsWith("cannot write " + directory.resolve("results.json") + " ("),
                failure::toString);
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("FAIL SUB-020 answered 500"), console::toString);
    }

    private static String write(Path directory, Optional<String> stopped, RequirementResult... rows) {
        RunResult report = Reports.of("0123abcd", stopped, List.of(EXCHANGE), rows);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new Reporter(
                        Reports.CONTRACT,
                        directory,
                        new PrintStream(console, true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN)
                .write(report, Comparisons.none());
        return console.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static RequirementResult differing(String id, Mismatch mismatch) {
        return Reports.row(id, new CaseResult("case", Result.FAIL, mismatch.sentence(), List.of(mismatch), List.of(1)));
    }

    private static RequirementResult row(String id, Result result, String detail) {
        return Reports.row(id, new CaseResult("case", result, detail, List.of(), List.of(1)));
    }
}
