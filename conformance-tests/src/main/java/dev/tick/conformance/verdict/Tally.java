package dev.tick.conformance.verdict;

/**
 * The counts that decide the verdict.
 *
 * @param expected how many requirements the register promises to check
 * @param reported how many have a result
 * @param mustsHonoured MUSTs that were tested and honoured
 * @param mustsUntested MUSTs that were not testable
 * @param failures MUSTs that were broken, without a deviation
 * @param newFailures those of them that the baseline did not have; all, where there is no baseline
 * @param waived MUSTs that were broken, with a deviation
 * @param warnings SHOULDs that were broken, without a deviation
 * @param errors requirements whose check did not come to an end
 * @param staleDeviations entries of the list of deviations that waive nothing any more: they pass, or have expired
 */
public record Tally(
        int expected,
        int reported,
        int mustsHonoured,
        int mustsUntested,
        int failures,
        int newFailures,
        int waived,
        int warnings,
        int errors,
        int staleDeviations) {
    /** Checks that the new failures are among the failures. */
    public Tally {
        if (newFailures > failures) {
            throw new IllegalArgumentException(
                    "newFailures: expected at most the " + failures + " failures, got " + newFailures);
        }
    }

    /** Returns a copy with the number of failures that the baseline did not have. */
    public Tally withNewFailures(int count) {
        return new Tally(
                expected,
                reported,
                mustsHonoured,
                mustsUntested,
                failures,
                count,
                waived,
                warnings,
                errors,
                staleDeviations);
    }
}
