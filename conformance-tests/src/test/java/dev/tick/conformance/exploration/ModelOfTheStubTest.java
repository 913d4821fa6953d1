package dev.tick.conformance.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Verifier;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stub and the model, each written from the contract without the other, agree in 20,000 requests over both contracts. */
@Execution(ExecutionMode.CONCURRENT)
class ModelOfTheStubTest {
    private static final int REQUESTS = 1000;
    static final int SEEDS = 3;

    /** {@link ModelOfTheStubProof} tries more seeds. */
    @ParameterizedTest
    @MethodSource("explorations")
    void theStubDoesWhatTheModelExpects(Specification edition, long seed) {
        assertExpected(edition, seed);
    }

    static void assertExpected(Specification edition, long seed) {
        try (StubServer stub = StubServer.start(
                StubConfig.builder(edition.contract(), edition.register()).build())) {
            Explorer explorer = new Explorer(
                    edition,
                    Verifier.embedded(stub, edition.contract()),
                    new ExplorationPlan(new ExplorationSize(REQUESTS), seed));
            Map<String, Outcome> broken = explorer.broken();
            assertEquals(
                    List.of(), broken.values().stream().map(Outcome::detail).toList(), broken::toString);
            assertTrue(
                    explorer.exchanges().size() >= REQUESTS,
                    () -> "only " + explorer.exchanges().size());
        }
    }

    static Stream<Arguments> explorations() {
        return explorations(0, SEEDS);
    }

    static Stream<Arguments> explorations(long from, long to) {
        return Specification.all().stream()
                .flatMap(edition -> LongStream.range(from, to).mapToObj(seed -> Arguments.of(edition, seed)));
    }
}
