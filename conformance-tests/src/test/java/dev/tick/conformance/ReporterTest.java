package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.console.Style;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.Evidence;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.run.Stamp;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReporterTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);
    private static final Evidence EXCHANGE = new Evidence(
            1,
            new Evidence.Request("POST", "/a", List.of(), Optional.empty()),
            Optional.of(new Evidence.Answer(201, "Created", List.of(), Optional.empty())),
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
        assertEquals("NOT CONFORMANT", results.path("verdict").asString());
        assertEquals(1, results.at("/counts/must/FAIL").asInt());
        assertEquals("SUB-020/case", results.at("/requirements/1/cases/0/id").asString());
        assertEquals(1, results.at("/requirements/1/cases/0/exchanges/0").asInt());
        assertEquals("/a", results.at("/exchanges/0/request/path").asString());
        assertTrue(
                console.startsWith(
                        "1 MUST not tested: TOK-009\nVerdict: NOT CONFORMANT (http://host.example)\n  FAIL SUB-020 "),
                console);
        assertTrue(
                console.endsWith("3 requests in 1.5 s; results: " + directory.resolve("results.json") + "\n"), console);
        assertTrue(Files.readString(directory.resolve("summary.txt"))
                .contains("\nPASS SUB-001 A sound submit is answered with 201.\n"));
    }

    @Test
    void saysWhyARunStopped(@TempDir Path directory) throws IOException {
        String console = write(directory, Optional.of("tried this"), row("SUB-001", Result.ERROR, "tried this"));
        assertTrue(console.startsWith("Verdict: INCONCLUSIVE (http://host.example)\n  tried this\n"), console);
        assertTrue(Files.readString(directory.resolve("results.json")).contains("\"stopped\" : \"tried this\""));
    }

    private static String write(Path directory, Optional<String> stopped, RowResult... rows) {
        Report report = new Report(
                new Stamp(
                        "0123abcd",
                        new Target(
                                "http://host.example",
                                URI.create("http://host.example"),
                                Set.of(Effect.CREATE),
                                Map.of(TokenKind.SOUND, TokenKind.SOUND.placeholder())),
                        CONTRACT.source().file(),
                        REGISTER.edition(),
                        Instant.parse("2026-11-24T01:02:03.456Z"),
                        Duration.ofMillis(1500),
                        3),
                rows.length,
                List.of(rows),
                stopped,
                List.of(EXCHANGE),
                Waivers.none());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        new Reporter(CONTRACT, directory, new PrintStream(console, true, StandardCharsets.UTF_8), Style.PLAIN)
                .write(report, Comparisons.none());
        return console.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static RowResult row(String id, Result result, String detail) {
        Requirement requirement = REGISTER.requirements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new RowResult(requirement, List.of(new CaseResult(id + "/case", result, detail, List.of(), List.of(1))));
    }
}
