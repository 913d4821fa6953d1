package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.baseline.Difference;
import dev.tick.conformance.baseline.Snapshot;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.Runner;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two runs against one target say the same, so that a difference between results means something. */
class ReproducibilityTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");

    private final Runner runner =
            new Runner(CONTRACT, Register.load("tiindicators", CONTRACT), Clock.systemUTC(), QuickSender::new);

    @Test
    void aSecondRunDiffersInTheDocumentedFieldsAlone(@TempDir Path directory) throws IOException {
        try (StubServer stub = StubServer.start()) {
            Report first = runner.run(Conformance.embedded(stub));
            Report second = runner.run(Conformance.embedded(stub));
            assertEquals(comparable(directory, first), comparable(directory, second));
            assertEquals(List.of(), Difference.between(Snapshot.of(first), Snapshot.of(second)));
        }
    }

    /** The ids by which deviations name cases are known before a request is sent, and are those of the results. */
    @Test
    void knowsTheCasesOfARunBeforeIt() {
        try (StubServer stub = StubServer.start()) {
            Map<String, List<String>> planned = runner.cases(Conformance.embedded(stub));
            assertEquals(List.of(), stub.journal());
            Map<String, List<String>> ran = runner.run(Conformance.embedded(stub)).rows().stream()
                    .collect(Collectors.toMap(
                            row -> row.row().id(),
                            row -> row.cases().stream().map(one -> one.id()).toList()));
            assertEquals(ran, planned);
            List<String> ofOne = ran.getOrDefault("VAL-001", List.of());
            assertTrue(ofOne.contains("VAL-001/fileSha1: indicator=\"<hash 39>\""), ofOne.toString());
        }
    }

    private static JsonNode comparable(Path directory, Report report) throws IOException {
        new Reporter(directory, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .write(report, Comparisons.none());
        ObjectNode results =
                (ObjectNode) JsonMapper.shared().readTree(Files.readString(directory.resolve("results.json")));
        // docs/verdicts.md lists them.
        results.remove(List.of("run", "baseUrl", "milliseconds"));
        return results;
    }
}
