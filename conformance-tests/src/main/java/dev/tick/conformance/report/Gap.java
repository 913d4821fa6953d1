package dev.tick.conformance.report;

import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requirements that were not tested for the same reason.
 *
 * @param tally how many, by level
 * @param reason as it was found
 * @param ids the MUSTs first
 */
record Gap(String tally, String reason, List<String> ids) {
    /** What a run did not test: what it could not, then what the target does not have. */
    static List<Gap> of(Report report) {
        Map<String, List<RowResult>> reasons = new LinkedHashMap<>();
        report.rows().stream()
                .filter(row -> row.result() == Result.NOT_TESTABLE || row.result() == Result.NOT_APPLICABLE)
                .sorted(Comparator.comparing(RowResult::result)
                        .reversed()
                        .thenComparing(row -> row.row().level()))
                .forEach(row -> reasons.computeIfAbsent(
                                report.normaliser().normalise(row.detail()), key -> new ArrayList<>())
                        .add(row));
        return reasons.entrySet().stream()
                .map(one -> new Gap(
                        tally(one.getValue()),
                        one.getKey(),
                        one.getValue().stream().map(row -> row.row().id()).toList()))
                .toList();
    }

    private static String tally(List<RowResult> rows) {
        return Stream.of(Level.values())
                .map(level -> Map.entry(
                        level,
                        rows.stream().filter(row -> row.row().level() == level).count()))
                .filter(one -> one.getValue() > 0)
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
    }
}
