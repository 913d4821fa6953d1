package dev.tick.conformance.report.model;

import dev.tick.conformance.comparison.CaseSnapshot;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;

/**
 * A requirement that differs from another run, in words.
 *
 * @param id of the requirement
 * @param was its result in the other run; {@code none} where it had none
 * @param now its result in this run; {@code none} where it has none
 * @param cases those that differ
 */
public record ComparisonView(String id, String was, String now, List<CaseComparison> cases) {
    private static final String NONE = "none";

    /** Copies the cases. */
    public ComparisonView {
        cases = List.copyOf(cases);
    }

    /**
     * A case that differs, in words.
     *
     * @param id of the case
     * @param was its result and detail in the other run; {@code none} where it had no such case
     * @param now its result and detail in this run; {@code none} where it has no such case
     */
    public record CaseComparison(String id, String was, String now) {}

    /** Puts differences into words. */
    public static List<ComparisonView> of(List<RequirementDiff> differences) {
        return differences.stream().map(ComparisonView::of).toList();
    }

    private static ComparisonView of(RequirementDiff difference) {
        return new ComparisonView(
                difference.requirement(),
                difference.before().map(Result::name).orElse(NONE),
                difference.now().map(Result::name).orElse(NONE),
                difference.cases().stream()
                        .map(one -> new CaseComparison(one.id(), words(one.before()), words(one.now())))
                        .toList());
    }

    private static String words(Optional<CaseSnapshot> seen) {
        return seen.map(one -> one.result() + ", " + one.detail()).orElse(NONE);
    }
}
