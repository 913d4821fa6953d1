package dev.tick.conformance.unseen;

import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.exploration.ExplorationSize;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No sound server of an author who saw nothing of the kit is accused, whatever the seed. */
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
}
