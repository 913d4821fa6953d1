package dev.tick.conformance;

import dev.tick.conformance.run.Runner;

/** Each fault amid all checks, which takes too long for every build. */
class NoFalseAlarmSecondAuthorProof extends NoFalseAlarmSecondAuthorTest {
    @Override
    Runner checksOf(String row) {
        return RUNNER;
    }
}
