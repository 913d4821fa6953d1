package dev.tick.conformance.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs against servers of which one thing is broken. */
class CausesOfFaultsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiindicators|SUB-005-indicator-truncated|indicator comes back cut after 20 characters (submitIndicator)",
                "tiindicators|CHG-006-forgotten|description: expected \"Changed",
                "indicators|ISU-042-accepted|submitOrUpdateIndicator answers 200 and does not refuse: indicatorType=5",
                "indicators|IDL-001-fails|deleteIndicator answers 500 (first in exchange "
            })
    void theFirstCauseNamesTheFaultAndEachRowHasOneCause(String contract, String fault, String sentence) {
        Specification specification = Specification.load(contract);
        RunResult run = run(specification, fault);
        List<Cause> causes = Causes.of(run, specification.contract());
        assertTrue(
                causes.get(0).sentence().startsWith(sentence),
                () -> causes.get(0).sentence());
        assertEquals(
                run.rows().stream()
                        .filter(one -> one.result().compareTo(Result.WARN) >= 0)
                        .map(one -> one.row().id())
                        .sorted()
                        .toList(),
                ids(causes.stream().flatMap(one -> one.rows().stream()).toList()));
        List<String> waiting =
                ids(causes.stream().flatMap(one -> one.waiting().stream()).toList());
        assertEquals(waiting.stream().distinct().toList(), waiting);
        assertTrue(
                run.rows().stream()
                        .filter(one -> waiting.contains(one.row().id()))
                        .allMatch(one -> one.result() == Result.NOT_TESTABLE),
                waiting::toString);
    }

    private static RunResult run(Specification specification, String fault) {
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .build())) {
            stub.play("fault " + fault);
            return new Runner(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new)
                    .run(Verifier.embedded(stub, specification.contract()));
        }
    }

    private static List<String> ids(List<RequirementResult> rows) {
        return rows.stream().map(one -> one.row().id()).sorted().toList();
    }
}
