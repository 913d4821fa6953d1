package dev.tick.conformance.exploration;

import dev.tick.spec.register.Specification;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Further seeds of {@link ModelOfTheStubTest}, which take too long for every build. */
class ModelOfTheStubProof {
    @ParameterizedTest
    @MethodSource("furtherExplorations")
    void theStubDoesWhatTheModelExpects(Specification edition, long seed) {
        ModelOfTheStubTest.assertExpected(edition, seed);
    }

    static Stream<Arguments> furtherExplorations() {
        return ModelOfTheStubTest.explorations(ModelOfTheStubTest.SEEDS, 10);
    }
}
