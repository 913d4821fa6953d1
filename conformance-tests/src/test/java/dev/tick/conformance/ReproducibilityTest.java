package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.reference.first.IndicatorFault;
import dev.tick.reference.first.IndicatorServer;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two runs against one target say the same, so that a difference between results means something. */
@Execution(ExecutionMode.CONCURRENT)
class ReproducibilityTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    /** Moves with each request and each wait alone, so that a slow machine lets nothing end sooner in one run than in the other. */
    private final HandClock clock = new HandClock();

    private final Runner runner = inTurn(clock, this::ticking).pausing((length, reason) -> clock.move(length));

    private Sender ticking(URI baseUrl) {
        return new AlteringSender(
                baseUrl,
                request -> {
                    clock.move(Duration.ofMillis(2));
                    return request;
                },
                (request, response) -> response);
    }

    /** One request after the other: a list shows what was submitted in the order of its arrival. */
    private static Runner inTurn(Clock clock, Sender.Factory senders) {
        return new Runner(CONTRACT, REGISTER, clock, senders).sending(InFlight.upTo(1));
    }

    private StubServer stub() {
        return StubServer.start(
                StubConfig.builder(CONTRACT, REGISTER).clock(clock).build());
    }

    @Test
    void aSecondRunDiffersInTheDocumentedFieldsAlone(@TempDir Path directory) throws IOException {
        try (StubServer stub = stub()) {
            RunResult first = runner.run(Verifier.embedded(stub, CONTRACT));
            RunResult second = runner.run(Verifier.embedded(stub, CONTRACT));
            JsonNode one = comparable(directory.resolve("first"), first);
            JsonNode other = comparable(directory.resolve("second"), second);
            // Row by row, so that a failure shows the row and not the whole file.
            for (int i = 0; i < one.path("requirements").size(); i++) {
                assertEquals(one.at("/requirements/" + i), other.at("/requirements/" + i));
            }
            assertEquals(one, other);
            assertEquals(List.of(), RequirementDiff.between(Snapshot.of(first), Snapshot.of(second)));
        }
    }

    /** What a run leaves behind is the same but for what was made up for it, times, and how long it took: docs/results.md. */
    @Test
    void everyFileOfASecondRunIsTheSame(@TempDir Path directory) throws IOException {
        RunResult first = written(directory.resolve("first"));
        RunResult second = written(directory.resolve("second"));
        for (String file : List.of("report.html", "junit.xml", "results.sarif", "summary.txt", "results.json")) {
            assertSame(
                    file,
                    normalised(directory.resolve("first"), file, first),
                    normalised(directory.resolve("second"), file, second));
        }
    }

    private RunResult written(Path directory) throws IOException {
        try (StubServer stub = stub()) {
            RunResult report = runner.run(Verifier.embedded(stub, CONTRACT));
            comparable(directory, report);
            return report;
        }
    }

    /** What earlier runs left behind on it accuses nobody, and changes nothing that is noted. */
    @Test
    void aServerThatKeepsItsStateIsFoundTheSameAgain() {
        try (IndicatorServer server = IndicatorServer.start(IndicatorFault.NONE, "", Duration.ZERO)) {
            Map<TokenKind, String> tokens = Arrays.stream(TokenKind.values())
                    .filter(kind -> server.tokens().containsKey(kind.variable()))
                    .collect(Collectors.toMap(
                            kind -> kind, kind -> server.tokens().getOrDefault(kind.variable(), "")));
            Runner runner = inTurn(Clock.systemUTC(), QuickSender::new);
            Target target = new Remote(URI.create(server.baseUrl()), EnumSet.allOf(Effect.class), tokens);
            Snapshot first = Snapshot.of(runner.run(target));
            RunResult second = runner.run(target);
            assertEquals(List.of(), RequirementDiff.between(first, Snapshot.of(second)));
            assertEquals(Verdict.CONFORMANT, second.verdict());
        }
    }

    /** The ids by which deviations name cases are known before a request is sent, and are those of the results. */
    @Test
    void knowsTheCasesOfARunBeforeIt() {
        try (StubServer stub = stub()) {
            Map<String, List<String>> planned =
                    runner.plan(Verifier.embedded(stub, CONTRACT)).cases();
            assertEquals(List.of(), stub.journal());
            Map<String, List<String>> ran = runner.run(Verifier.embedded(stub, CONTRACT)).rows().stream()
                    .collect(Collectors.toMap(
                            row -> row.row().id(),
                            row -> row.cases().stream().map(one -> one.id()).toList()));
            assertEquals(ran, planned);
            assertFalse(ran.toString().matches(".*[0-9a-f]{31}.*"), ran.toString());
        }
    }

    private static List<String> normalised(Path folder, String file, RunResult report) throws IOException {
        // Where a long body is cut depends on the length of the times in it.
        String text = Files.readString(folder.resolve(file))
                .replaceAll("<pre[^>]*>[^<]*characters more[^<]*</pre>", "<pre>")
                .replaceAll("\"body\" : [^\n]*\\s+\"omitted\" : \\d+", "<body>")
                .replace(folder.toString(), "<directory>")
                .replaceAll("\\d+\\.\\d s", "<seconds>")
                .replaceAll("time=\"\\d+\\.\\d{3}\"", "<seconds>")
                .replaceAll("\"milliseconds\" : \\d+", "<milliseconds>");
        return report.volatileText().replaceIn(text).lines().toList();
    }

    private static void assertSame(String file, List<String> first, List<String> second) {
        // Line by line, so that a failure shows the line and not the whole file.
        for (int line = 0; line < Math.min(first.size(), second.size()); line++) {
            assertEquals(first.get(line), second.get(line), file + ":" + (line + 1));
        }
        assertEquals(first.size(), second.size(), file);
    }

    private static JsonNode comparable(Path directory, RunResult report) throws IOException {
        new Reporter(
                        CONTRACT,
                        directory,
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN)
                .write(report, Comparisons.none());
        ObjectNode results =
                (ObjectNode) JsonMapper.shared().readTree(Files.readString(directory.resolve("results.json")));
        // docs/verdicts.md lists them.
        results.remove(List.of("run", "baseUrl", "started", "milliseconds", "exchanges"));
        return results;
    }
}
