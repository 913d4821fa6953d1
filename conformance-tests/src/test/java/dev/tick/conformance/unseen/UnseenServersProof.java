package dev.tick.conformance.unseen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.verdict.Result;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No sound server of an author who saw nothing of the kit is accused, whatever the seed, and whole runs tell their faults. */
@Execution(ExecutionMode.CONCURRENT)
class UnseenServersProof {
    private static final int SEEDS = 20;

    @ParameterizedTest
    @MethodSource("seeds")
    void accusesNoSoundServer(UnseenServer server, long seed) {
        UnseenServersTest.assertSound(server, new ExplorationPlan(ExplorationSize.standard(), seed));
    }

    static Stream<Arguments> seeds() {
        return Arrays.stream(UnseenServer.values())
                .flatMap(server -> LongStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(server, seed)));
    }

    /**
     * Each row of the table accuses, which none does of the sound server, or says something else than of the sound server, of which
     * it says the same twice.
     */
    @ParameterizedTest
    @EnumSource
    void tellsFaultsByTheirRows(UnseenServer server) {
        Snapshot sound = snapshot(server, UnseenServersTest.SOUND);
        Set<String> restless = differing(sound, snapshot(server, UnseenServersTest.SOUND));
        Map<String, Set<String>> silent = new TreeMap<>();
        UnseenFaults.of(server).entrySet().stream().parallel().forEach(fault -> {
            Set<String> rows = new HashSet<>(fault.getValue());
            Snapshot faulty = snapshot(server, fault.getKey());
            Set<String> told = differing(sound, faulty);
            told.removeAll(restless);
            rows.removeAll(told);
            rows.removeAll(accusing(faulty));
            if (!rows.isEmpty()) {
                synchronized (silent) {
                    silent.put(fault.getKey(), rows);
                }
            }
        });
        assertEquals(Map.of(), silent);
    }

    private static Snapshot snapshot(UnseenServer server, String fault) {
        try (RunningServer running = server.start(fault)) {
            return Snapshot.of(UnseenServersTest.runner(server.specification()).run(running.target()));
        }
    }

    private static Set<String> accusing(Snapshot run) {
        return run.rows().entrySet().stream()
                .filter(row ->
                        row.getValue().result() == Result.FAIL || row.getValue().result() == Result.WARN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> differing(Snapshot before, Snapshot now) {
        List<RequirementDiff> rows = RequirementDiff.between(before, now);
        return rows.stream().map(RequirementDiff::requirement).collect(Collectors.toCollection(HashSet::new));
    }
}
