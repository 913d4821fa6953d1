package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.proof.KillMatrix;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.fault.Fault;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that answers as the service is recorded to, against its page, is told and not accused; another breach still is. */
@Execution(ExecutionMode.CONCURRENT)
class KnownContradictionTest {
    private static final Specification TODAY = Specification.load("indicators");
    private static final String SOURCE = "\"sourceType\":\"AadApp\"";

    @Test
    void tellsAnAnswerWithoutThePropertyAndADeleteWithContentAsKnown() {
        RunResult report = run((request, response) -> request.method().equals("DELETE") && response.status() == 204
                ? response.withStatus(200)
                : AlteringSender.rewritten(response, "," + SOURCE, ""));
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
        assertEquals(2, report.knownContradictions());
        assertEquals(0, report.tally().mustsUntested());
        assertEquals(Result.NOTE, row(report, "ISU-025").result());
        assertTold("sourceType: expected AadApp, got ", "without sourceType since 2021", row(report, "ISU-025"));
        assertTold("expected 204, got 200", "with 200 and no content", row(report, "IDL-002"));
    }

    private static void assertTold(String finding, String recorded, RequirementResult row) {
        assertTrue(row.detail().startsWith("known contradiction: the page (defender-endpoint/api/"), row.detail());
        assertTrue(
                row.detail()
                        .contains(") says otherwise, and the service is recorded " + recorded
                                + " (recorded traffic and shipped clients, read 2026-11-27): "),
                row.detail());
        assertTrue(row.detail().endsWith(finding), row.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Nonsense\"", "null", "\"\"", "[]"})
    void stillAccusesAnotherValue(String value) {
        RunResult report =
                run((request, response) -> AlteringSender.rewritten(response, SOURCE, "\"sourceType\":" + value));
        assertEquals(Result.FAIL, row(report, "ISU-025").result());
        assertEquals(0, report.knownContradictions());
    }

    @Test
    void stillFailsForAnotherStatusThanTheRecordedOne() {
        RunResult report = run((request, response) ->
                request.method().equals("DELETE") && response.status() == 204 ? response.withStatus(202) : response);
        assertEquals(Result.FAIL, row(report, "IDL-002").result());
    }

    /** What is recorded is told, and every other fault of such a row still accuses. */
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void provesTheRowsThatRecordingsContradict(Specification specification) {
        List<String> contradicted = specification.register().checked().stream()
                .filter(row -> row.recorded().isPresent())
                .map(Requirement::id)
                .toList();
        KillMatrix matrix = new KillMatrix(specification.contract(), specification.register(), QuickSender::new);
        List<Fault> faults = matrix.faults().stream()
                .filter(fault -> contradicted.contains(fault.requirement()))
                .toList();
        for (KillMatrix.Line line : matrix.lines(faults, KillMatrix.Extent.OWN_ROW)) {
            assertTrue(line.caught(), line.toString());
            assertEquals(line.fault().isRecorded(), line.broken() == Result.NOTE, line.toString());
        }
        for (String id : contradicted) {
            assertTrue(faults.stream().anyMatch(fault -> fault.requirement().equals(id) && !fault.isRecorded()), id);
        }
    }

    private static RunResult run(Answer answer) {
        try (StubServer stub = StubServer.start(
                StubConfig.builder(TODAY.contract(), TODAY.register()).build())) {
            return new Runner(
                            TODAY.contract(),
                            TODAY.register(),
                            Clock.systemUTC(),
                            base -> new AlteringSender(base, message -> message, answer::to))
                    .run(Verifier.embedded(stub, TODAY.contract()));
        }
    }

    private interface Answer {
        Response to(Request request, Response response);
    }

    private static RequirementResult row(RunResult report, String id) {
        return report.rows().stream()
                .filter(one -> one.row().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }
}
