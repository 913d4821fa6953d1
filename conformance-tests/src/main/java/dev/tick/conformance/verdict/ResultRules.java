package dev.tick.conformance.verdict;

import dev.tick.conformance.outcome.Outcome;
import dev.tick.spec.register.Requirement;

/** The rules that turn an outcome into a result. */
public final class ResultRules {
    private ResultRules() {}

    /** Returns the result of a case of this row that ended in this way. */
    public static Result of(Requirement row, Outcome.Kind outcome) {
        if (outcome == Outcome.Kind.NOT_TESTABLE) {
            return Result.NOT_TESTABLE;
        }
        if (outcome == Outcome.Kind.NOT_OFFERED) {
            return Result.NOT_APPLICABLE;
        }
        // A server of this edition cannot be held to what only a later one says.
        if (outcome == Outcome.Kind.NOTED
                || outcome == Outcome.Kind.AS_RECORDED
                || row.edition().isPresent()) {
            return Result.NOTE;
        }
        return switch (row.level()) {
            case MUST -> outcome == Outcome.Kind.HONOURED ? Result.PASS : Result.FAIL;
            case SHOULD -> outcome == Outcome.Kind.HONOURED ? Result.PASS : Result.WARN;
            case MAY -> Result.NOTE;
        };
    }
}
