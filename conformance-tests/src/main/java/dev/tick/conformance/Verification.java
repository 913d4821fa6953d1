package dev.tick.conformance;

import dev.tick.conformance.comparison.BaselineDiff;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.VerdictRules;

/**
 * The outcome of a verification: results, comparisons and verdict.
 *
 * @param report the results
 * @param comparisons with other runs
 * @param failOn what fails the build
 * @param ending the verdict, and whether it fails the build
 */
public record Verification(RunResult report, Comparisons comparisons, FailOn failOn, Conformance.Ending ending) {
    /** Returns the name of the contract. */
    public String contract() {
        return report.stamp().contractName();
    }

    static Verification of(RunResult report, Comparisons comparisons, Settings settings) {
        Tally tally = comparisons
                .changes()
                .map(BaselineDiff::newFailures)
                .map(report.tally()::withNewFailures)
                .orElse(report.tally());
        boolean fails = VerdictRules.failsBuild(report.verdict(), tally, settings.failOn(), settings.untestedPolicy());
        return new Verification(
                report, comparisons, settings.failOn(), new Conformance.Ending(report.verdict(), fails));
    }
}
