package dev.tick.conformance.run;

import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Results of one requirement.
 *
 * @param row the requirement
 * @param cases in the order in which they ran
 */
public record RequirementResult(Requirement row, List<CaseResult> cases) {
    /** Copies the cases. */
    public RequirementResult {
        cases = List.copyOf(cases);
    }

    /** Returns the worst result of its cases; {@code ERROR} without cases, since the requirement did not come to an end. */
    public Result result() {
        return cases.stream()
                .map(CaseResult::result)
                .max(Comparator.naturalOrder())
                .orElse(Result.ERROR);
    }

    /** Returns whether the target answers as the service is recorded to, against its page. */
    public boolean isKnownContradiction() {
        return row.recorded().isPresent() && result() == Result.NOTE;
    }

    /** Returns the detail of the case that decided. */
    public String detail() {
        return cases.stream()
                .filter(one -> one.result() == result())
                .findFirst()
                .map(CaseResult::detail)
                .orElse("no case of it ran");
    }

    RequirementResult map(UnaryOperator<String> text) {
        return new RequirementResult(
                row, cases.stream().map(one -> one.map(text)).toList());
    }
}
