package dev.tick.conformance.comparison;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;

/**
 * Changes since an earlier run.
 *
 * @param since the earlier run's file, as it was named
 * @param newFailures how many requirements fail, with nothing to waive it, in a case that did not fail then
 * @param differences in the order of the register; what is gone comes last
 */
public record BaselineDiff(String since, int newFailures, List<RequirementDiff> differences) {
    /** Copies the differences. */
    public BaselineDiff {
        differences = List.copyOf(differences);
    }

    /** Compares an earlier run with this one. */
    public static BaselineDiff between(String since, Snapshot before, RunResult now) {
        long newFailures =
                now.rows().stream().filter(row -> failsAnew(before, now, row)).count();
        return new BaselineDiff(since, Math.toIntExact(newFailures), RequirementDiff.between(before, Snapshot.of(now)));
    }

    /** Returns whether a case of this run has the result that it had then. */
    public boolean unchanged(String caseId) {
        return differences.stream()
                .flatMap(one -> one.cases().stream())
                .noneMatch(one -> one.id().equals(caseId));
    }

    private static boolean failsAnew(Snapshot before, RunResult now, RequirementResult row) {
        return row.cases().stream()
                .filter(one ->
                        one.result() == Result.FAIL && now.waiver(row, one).isEmpty())
                .anyMatch(one -> !failed(before, row, one));
    }

    private static boolean failed(Snapshot before, RequirementResult row, CaseResult one) {
        return Optional.ofNullable(before.rows().get(row.row().id()))
                .map(earlier -> earlier.cases().get(one.id()))
                .filter(seen -> seen.result() == Result.FAIL)
                .isPresent();
    }
}
