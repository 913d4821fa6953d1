package dev.tick.conformance.report.sarif;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.Reports;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.verdict.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tool of SARIF's own authors reads {@code results.sarif}; runs in the profile "tools", which has it. */
class SarifToolProof {
    private static final Path TOOL =
            Path.of("../tools/node_modules/.bin/sarif-multitool").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void findsNothingToSayAgainstIt() throws IOException, InterruptedException {
        Path run = written(
                "0123abcd",
                row("SUB-001", CaseResult.of("a", Result.PASS, "answered 201"), failed("b")),
                row("VAL-001", CaseResult.of("a", Result.WARN, "expected a refusal, got 201")));
        assertEquals(List.of(), findings(run));
        JsonNode tree = JsonMapper.shared().readTree(Files.readString(run));
        Path without = directory.resolve("without.sarif");
        Files.writeString(without, tree.toString().replaceFirst("\"\\$schema\":\"[^\"]*\",", ""));
        assertEquals(List.of("GH1013", "SARIF2008"), findings(without));
    }

    /** Two cases of one requirement lie on one line of the contract. */
    @Test
    void tellsWhatIsNewFromWhatIsUnchanged() throws IOException, InterruptedException {
        Path before = written(
                "0123abcd",
                row("SUB-001", CaseResult.of("a", Result.PASS, "answered 201"), failed("b"), failed("c")),
                row("SUB-007", failed("a"), failed("b")));
        Path after = written(
                "0123abce",
                row("SUB-001", failed("a"), failed("b"), CaseResult.of("c", Result.PASS, "answered 201")),
                row("SUB-007", failed("a"), failed("b")),
                row("VAL-001", CaseResult.of("a", Result.WARN, "expected a refusal, got 201")));
        Path matched = directory.resolve("matched.sarif");
        tool("match-results-forward", after.toString(), "--previous", before.toString(), "-o", matched.toString());
        Map<String, String> states = new TreeMap<>();
        results(matched)
                .forEach(result -> states.put(
                        result.at("/partialFingerprints/case~1v1").asString(),
                        result.path("baselineState").asString()));
        assertEquals(
                "{SUB-001/a=new, SUB-001/b=unchanged, SUB-001/c=absent, SUB-007/a=unchanged, SUB-007/b=unchanged, VAL-001/a=new}",
                states.toString());
    }

    private static CaseResult failed(String id) {
        return CaseResult.of(id, Result.FAIL, "expected 201, got 500");
    }

    private Path written(String id, RequirementResult... rows) throws IOException {
        return Files.writeString(
                directory.resolve(id + ".sarif"),
                new Sarif().render(Reports.model(Reports.of(id, Optional.empty(), List.of(), rows))));
    }

    /** Returns the rules of the standard, and of GitHub's scanning, that a file breaks. */
    private List<String> findings(Path file) throws IOException, InterruptedException {
        Path found = directory.resolve("found-" + file.getFileName());
        // The tool's starter hands its arguments to a shell.
        tool("validate", "--rule-kind", "'Sarif;Ghas'", file.toString(), "-o", found.toString());
        return results(found).stream()
                .map(result -> result.path("ruleId").asString())
                .toList();
    }

    private static List<JsonNode> results(Path file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(file))
                .at("/runs/0/results")
                .valueStream()
                .toList();
    }

    private static void tool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
