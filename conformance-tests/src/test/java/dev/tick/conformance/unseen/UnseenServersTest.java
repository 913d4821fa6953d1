package dev.tick.conformance.unseen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.register.Specification;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers of authors who saw nothing of the kit: the sound ones are not accused, and their faults are named by a row. */
@Execution(ExecutionMode.CONCURRENT)
class UnseenServersTest {
    private static final String SOUND = "NONE";

    /** {@link UnseenServersProof} tries twenty seeds. */
    @ParameterizedTest
    @EnumSource
    void accusesNoSoundServer(UnseenServer server) {
        assertSound(server, ExplorationPlan.standard());
    }

    /** Runs against the sound server, and expects neither a failure nor a warning, nor a MUST that was not tested. */
    static void assertSound(UnseenServer server, ExplorationPlan plan) {
        try (RunningServer running = server.start(SOUND)) {
            RunResult result = runner(server.specification()).exploring(plan).run(running.target());
            assertEquals(
                    List.of(),
                    result.rows().stream()
                            .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                            .map(row -> row.row().id() + " " + row.result() + " " + row.detail())
                            .toList());
            assertEquals(Verdict.CONFORMANT, result.verdict());
        }
    }

    private static Runner runner(Specification specification) {
        return new Runner(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new);
    }
}
