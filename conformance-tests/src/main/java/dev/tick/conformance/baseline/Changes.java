package dev.tick.conformance.baseline;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
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
public record Changes(String since, int newFailures, List<Difference> differences) {
    /** Copies the differences. */
    public Changes {
        differences = List.copyOf(differences);
    }

    /** Compares an earlier run with this one. */
    public static Changes between(String since, Snapshot before, Report now) {
        long newFailures =
                now.rows().stream().filter(row -> failsAnew(before, now, row)).count();
        return new Changes(since, Math.toIntExact(newFailures), Difference.between(before, Snapshot.of(now)));
    }

    /** Returns whether a case of this run has the result that it had then. */
    public boolean unchanged(String caseId) {
        return differences.stream()
                .flatMap(one -> one.cases().stream())
                .noneMatch(one -> one.id().equals(caseId));
    }

    private static boolean failsAnew(Snapshot before, Report now, RowResult row) {
        return row.cases().stream()
                .filter(one ->
                        one.result() == Result.FAIL && now.waiver(row, one).isEmpty())
                .anyMatch(one -> !failed(before, row, one));
    }

    private static boolean failed(Snapshot before, RowResult row, CaseResult one) {
        return Optional.ofNullable(before.rows().get(row.row().id()))
                .map(earlier -> earlier.cases().get(one.id()))
                .filter(seen -> seen.result() == Result.FAIL)
                .isPresent();
    }
}
