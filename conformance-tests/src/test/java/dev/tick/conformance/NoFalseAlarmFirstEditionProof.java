package dev.tick.conformance;

import dev.tick.conformance.run.Runner;

/** Each fault amid all checks, which takes too long for every build. */
class NoFalseAlarmFirstEditionProof extends NoFalseAlarmFirstEditionTest {
    @Override
    Runner checksOf(String row) {
        return RUNNER;
    }
}
