package dev.tick.conformance.unseen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** The tables are part of docs/unseen-faults.md; a fault without a row is named there. */
    @ParameterizedTest
    @EnumSource
    void knowsEveryFault(UnseenServer server) {
        Map<String, String> rows = rows(server);
        assertEquals(server.faults(), List.copyOf(rows.keySet()));
        assertTrue(rows.values().stream().filter(row -> !row.isEmpty()).count() * 100 >= 80L * rows.size());
    }

    @ParameterizedTest
    @MethodSource("noticed")
    void namesTheBreakage(UnseenServer server, String fault, String row) {
        RequirementResult sound = result(server, SOUND, row);
        RequirementResult broken = result(server, fault, row);
        assertTrue(
                broken.result().compareTo(Result.WARN) >= 0 || !broken.detail().equals(sound.detail()),
                row + " " + broken.result() + " " + broken.detail());
    }

    static Stream<Arguments> noticed() {
        return Arrays.stream(UnseenServer.values())
                .flatMap(server -> rows(server).entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> Arguments.of(server, entry.getKey(), entry.getValue())));
    }

    private static RequirementResult result(UnseenServer server, String fault, String row) {
        try (RunningServer running = server.start(fault)) {
            return runner(server.specification()).only(Set.of(row)).run(running.target()).rows().stream()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Runner runner(Specification specification) {
        return new Runner(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new);
    }

    private static Map<String, String> rows(UnseenServer server) {
        try (InputStream in = Objects.requireNonNull(UnseenServersTest.class.getResourceAsStream(server.table()))) {
            Map<String, String> rows = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 2))
                    .forEach(cells -> rows.put(cells[0], cells[1]));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
