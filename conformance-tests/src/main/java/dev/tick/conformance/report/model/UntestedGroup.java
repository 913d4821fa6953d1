package dev.tick.conformance.report.model;

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
public record UntestedGroup(String tally, String reason, List<String> ids) {
    /** Copies the ids. */
    public UntestedGroup {
        ids = List.copyOf(ids);
    }

    /** Returns what a run did not test: what it could not, then what was not asked for or is not offered. */
    static List<UntestedGroup> of(List<ReportedRequirement> requirements) {
        Map<String, List<ReportedRequirement>> reasons = new LinkedHashMap<>();
        requirements.stream()
                .filter(one -> one.result() == Result.NOT_TESTABLE || one.result() == Result.NOT_APPLICABLE)
                .filter(one -> one.awaited().isEmpty())
                .sorted(Comparator.comparing(ReportedRequirement::result)
                        .reversed()
                        .thenComparing(one -> one.row().level()))
                .forEach(one -> reasons.computeIfAbsent(one.stableDetail(), key -> new ArrayList<>())
                        .add(one));
        return reasons.entrySet().stream()
                .map(one -> new UntestedGroup(
                        tally(one.getValue()),
                        one.getKey(),
                        one.getValue().stream().map(ReportedRequirement::id).toList()))
                .toList();
    }

    private static String tally(List<ReportedRequirement> requirements) {
        return Stream.of(Level.values())
                .map(level -> Map.entry(
                        level,
                        requirements.stream()
                                .filter(one -> one.row().level() == level)
                                .count()))
                .filter(one -> one.getValue() > 0)
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
    }
}
