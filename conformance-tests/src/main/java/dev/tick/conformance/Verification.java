package dev.tick.conformance;

import dev.tick.conformance.baseline.Changes;
import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Arithmetic;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.Tally;

/**
 * A target held against its contract.
 *
 * @param report the results
 * @param comparisons with other runs
 * @param failOn what fails the build
 * @param ending the verdict, and whether it fails the build
 */
public record Verification(Report report, Comparisons comparisons, FailOn failOn, Conformance.Ending ending) {
    static Verification of(Report report, Comparisons comparisons, Settings settings) {
        Tally tally = comparisons
                .changes()
                .map(Changes::newFailures)
                .map(report.tally()::withNewFailures)
                .orElse(report.tally());
        boolean fails = Arithmetic.failsBuild(report.verdict(), tally, settings.failOn(), settings.strictness());
        return new Verification(
                report, comparisons, settings.failOn(), new Conformance.Ending(report.verdict(), fails));
    }
}
