package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import java.util.List;

/** The claim that a run leaves a target as it was. */
final class LeftAsItWas {
    private LeftAsItWas() {}

    /** Runs, and compares what the target holds before and after; returns the results. */
    static RunResult after(ForeignTarget target, Runner runner) {
        String before = target.holdings();
        RunResult report = runner.run(target.remote());
        CleanUpReport cleanUp = report.stamp().cleanUp();
        assertTrue(cleanUp.isComplete(), () -> String.join("\n", cleanUp.sentences()));
        assertTrue(cleanUp.removed() > 20, () -> String.join("\n", cleanUp.sentences()));
        assertEquals(before, target.holdings());
        List<String> wrong = report.rows().stream()
                .filter(row -> List.of(Result.ERROR, Result.FAIL).contains(row.result()))
                .map(row -> row.row().id() + " " + row.detail())
                .toList();
        assertEquals(List.of(), wrong);
        return report;
    }
}
