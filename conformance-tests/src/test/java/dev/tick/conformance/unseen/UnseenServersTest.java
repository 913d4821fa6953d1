package dev.tick.conformance.unseen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.register.Specification;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers of authors who saw nothing of the kit: the sound ones are not accused, and their faults are named by a row. */
@Execution(ExecutionMode.CONCURRENT)
class UnseenServersTest {
    static final String SOUND = "NONE";

    /** {@link UnseenServersProof} tries twenty seeds. */
    @ParameterizedTest
    @EnumSource
    void accusesNoSoundServer(UnseenServer server) {
        assertSound(server, ExplorationPlan.standard());
    }

    /** With this seed, an entity's unusual address is submitted again beside plain values; the server declines such addresses. */
    @Test
    void anEntityKeepsTheKindOfItsIdentity() {
        assertSound(UnseenServer.TODAY_THIRD, new ExplorationPlan(ExplorationSize.standard(), 4));
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

    /** A table that lacks a fault, or names one that no server has, proves less than it seems to. */
    @ParameterizedTest
    @EnumSource
    void knowsEveryFault(UnseenServer server) {
        assertEquals(server.faults(), List.copyOf(UnseenFaults.of(server).keySet()));
    }

    /** One of each server; {@link UnseenServersProof} tries all. */
    @ParameterizedTest
    @CsvSource({
        "FIRST_SECOND, REFUSED_PATCH_PARTLY_APPLIED, CHG-016",
        "FIRST_THIRD, PATCHED_EXPIRY_NOT_OBEYED, SEQ-020",
        "TODAY_THIRD, BATCH_LEAVES_REST, ISQ-023",
        "TODAY_FOURTH, REFUSED_UPDATE_CHANGES_TITLE, ISQ-037"
    })
    void tellsAFaultByItsRow(UnseenServer server, String fault, String row) {
        assertEquals(Result.PASS, result(server, SOUND, row));
        assertTrue(Set.of(Result.FAIL, Result.WARN).contains(result(server, fault, row)));
        assertTrue(UnseenFaults.of(server).getOrDefault(fault, List.of()).contains(row), "the table lacks it");
    }

    private static Result result(UnseenServer server, String fault, String row) {
        try (RunningServer running = server.start(fault)) {
            return runner(server.specification())
                    .only(Set.of(row))
                    .run(running.target())
                    .rows()
                    .get(0)
                    .result();
        }
    }

    static Runner runner(Specification specification) {
        return new Runner(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new);
    }
}
