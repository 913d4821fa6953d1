package dev.tick.conformance.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.FaultAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault against every check, and the sound stub a hundred times; takes minutes, so it runs in the profile proof. */
class WholeMatrixProof {
    private static final int SOUND_RUNS = Integer.getInteger("proof.sound.runs", 100);
    private static final int PARTS = 8;

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void noFaultSurvivesAndNothingSoundIsAccused(Specification specification) throws IOException {
        KillMatrix matrix = new KillMatrix(specification.contract(), specification.register(), QuickSender::new);
        List<RunResult> sound = matrix.sound(SOUND_RUNS);
        List<String> alarms = sound.stream()
                .flatMap(report -> report.rows().stream())
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map(row -> row.row().id() + " " + row.detail())
                .toList();
        List<KillMatrix.Line> lines = lines(matrix);
        Proof proof = new Proof(
                specification.name(),
                System.getProperty("proof.commit", "unknown"),
                extent(),
                SOUND_RUNS,
                alarms.size(),
                sound.get(0).stamp().requests(),
                matrix.requestsToSubmit(),
                lines.stream().map(KillMatrix.Line::published).toList());
        Path folder = Path.of(System.getProperty("proof.directory", "target/proof"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(specification.name() + ".json"), proof.json());
        Files.writeString(
                folder.resolve("kill-matrix-" + specification.name() + ".md"),
                new MatrixPage(specification.register()).text(proof));
        assertEquals(List.of(), alarms);
        assertEquals(
                List.of(Verdict.CONFORMANT),
                sound.stream().map(RunResult::verdict).distinct().toList());
        assertEquals(List.of(), unjust(specification, lines));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> !line.caught())
                        .map(line -> line.fault().name())
                        .toList());
    }

    /** Faults that take one request with a defect that only a SHOULD wants refused, and for which a MUST about something else was accused. */
    private static List<String> unjust(Specification specification, List<KillMatrix.Line> lines) {
        Map<String, Requirement> rows =
                specification.register().requirements().stream().collect(Collectors.toMap(Requirement::id, row -> row));
        return lines.stream()
                .filter(line -> line.fault().action() instanceof FaultAction.Accept
                        || line.fault().action() instanceof FaultAction.RefuseButApply)
                .map(line -> line.fault().name() + " " + accused(rows, line))
                .filter(text -> !text.endsWith("[]"))
                .toList();
    }

    private static List<String> accused(Map<String, Requirement> rows, KillMatrix.Line line) {
        Requirement own = row(rows, line.fault().requirement());
        return own.level() == Level.MUST
                ? List.of()
                : line.others().stream()
                        .map(id -> row(rows, id))
                        .filter(other -> other.level() == Level.MUST)
                        .filter(other -> !other.schema().equals(own.schema()))
                        // What is shown after a second submit is a MUST, whichever row wants the request refused.
                        .filter(other -> other.check()
                                .filter(ResubmitCheck.ShownAsResubmitted.class::isInstance)
                                .isEmpty())
                        .map(Requirement::id)
                        .toList();
    }

    private static Requirement row(Map<String, Requirement> rows, String id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow();
    }

    /** The whole takes an hour on two cores; {@code -Dproof.extent=OWN_ROWS} asks the row of each fault alone. */
    private static Proof.Extent extent() {
        return Proof.Extent.valueOf(System.getProperty("proof.extent", "WHOLE"));
    }

    /** Side by side, since a run mostly waits. */
    private static List<KillMatrix.Line> lines(KillMatrix matrix) {
        List<Fault> all = matrix.faults();
        return IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> all.subList(all.size() * part / PARTS, all.size() * (part + 1) / PARTS))
                .map(faults -> matrix.lines(
                        faults, extent() == Proof.Extent.WHOLE ? KillMatrix.Extent.WHOLE : KillMatrix.Extent.OWN_ROW))
                .flatMap(List::stream)
                .toList();
    }
}
