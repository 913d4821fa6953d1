package dev.tick.conformance;

/** Ten orders of arrival, which take too long for every build. */
class SideBySideProof extends SideBySideTest {
    @Override
    int repetitions() {
        return 10;
    }
}
