package dev.tick.conformance;

import dev.tick.conformance.comparison.BaselineDiff;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;

/**
 * A run as JUnit shows it: a container for each requirement, a test for each case, and one test more for the verdict. JUnit's
 * count decides nothing: what fails the build is the verdict's test, which the settings may allow where cases failed before.
 */
final class JunitView {
    private final Verification done;
    private final TestReporter reporter;

    JunitView(Verification done, TestReporter reporter) {
        this.done = done;
        this.reporter = reporter;
    }

    /** Returns the requirements in the order of the register, and the verdict behind them. */
    Stream<DynamicNode> nodes() {
        return nodes("");
    }

    /**
     * Returns the requirements in the order of the register, and the verdict behind them.
     *
     * @param ofWhich behind the word "verdict", where there are several
     */
    Stream<DynamicNode> nodes(String ofWhich) {
        return Stream.concat(
                done.report().rows().stream().map(this::requirement),
                Stream.of(DynamicTest.dynamicTest("verdict" + ofWhich, this::verdict)));
    }

    private DynamicNode requirement(RequirementResult row) {
        String title = row.row().id() + " " + row.row().statement();
        List<CaseResult> cases = row.cases();
        return DynamicContainer.dynamicContainer(
                title, cases.stream().map(one -> DynamicTest.dynamicTest(name(row, one), () -> show(row, one))));
    }

    private static String name(RequirementResult row, CaseResult one) {
        return one.id().substring(row.row().id().length() + 1);
    }

    private void verdict() {
        if (done.ending().failsBuild()) {
            throw new Failure(done.ending().message());
        }
    }

    private void show(RequirementResult row, CaseResult one) {
        // One line says why a run was stopped; hundreds of failures would hide it.
        if (one.result() == Result.ERROR) {
            done.report().stopped().ifPresent(reason -> Assumptions.abort("not run: " + reason));
        }
        skipped(row, one).ifPresent(reason -> Assumptions.abort(reason + ": " + one.detail()));
        switch (one.result()) {
            case PASS -> {
                // Nothing to add.
            }
            case WARN, NOTE -> reporter.publishEntry(one.id(), one.result() + ": " + one.detail());
            case FAIL, ERROR -> throw new Failure(one.result() + ": " + one.detail());
            case NOT_TESTABLE, NOT_APPLICABLE -> Assumptions.abort(one.result() + ": " + one.detail());
        }
    }

    /** Returns why a case that is broken is not shown as failed; empty where nothing excuses it. */
    private Optional<String> skipped(RequirementResult row, CaseResult one) {
        RunResult report = done.report();
        Optional<String> waived = report.waiver(row, one).map(known -> "waived: " + known.sentence());
        boolean known = one.result() == Result.FAIL
                && done.failOn() == FailOn.NEW
                && done.comparisons()
                        .changes()
                        .filter(changes -> changes.unchanged(one.id()))
                        .isPresent();
        return known
                ? waived.or(() ->
                        done.comparisons().changes().map(BaselineDiff::since).map(since -> "known from " + since))
                : waived;
    }
}
