package dev.tick.conformance.client;

import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.ResultRules;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.util.List;

/**
 * A decision on one row.
 *
 * @param kind whether its statement holds
 * @param detail what was seen, in one line
 * @param calls those that it rests on
 * @param breaking the numbers of those that broke it, in the count of their scenario
 */
record Decision(Kind kind, String detail, List<ClientCall> calls, List<Long> breaking) {
    /** The ways in which a row can be decided. The order is from best to worst. */
    enum Kind {
        NOT_APPLICABLE,
        HONOURED,
        NOT_TESTABLE,
        ERROR,
        BROKEN
    }

    Decision {
        calls = List.copyOf(calls);
        breaking = List.copyOf(breaking);
    }

    /** Creates a decision that no single call of a scenario brought about. */
    Decision(Kind kind, String detail, List<ClientCall> calls) {
        this(kind, detail, calls, List.of());
    }

    static Decision of(Kind kind, String detail) {
        return new Decision(kind, detail, List.of());
    }

    /** Returns the decision that calls broke a row, among others that it rests on. */
    static Decision broken(String detail, List<ClientCall> calls, List<ClientCall> breaking) {
        return new Decision(
                Kind.BROKEN,
                detail,
                calls,
                breaking.stream().map(ClientCall::number).toList());
    }

    /** Returns the result for a row. */
    Result on(Requirement row) {
        return switch (kind) {
            case NOT_APPLICABLE -> Result.NOT_APPLICABLE;
            case HONOURED -> ResultRules.of(row, Outcome.Kind.HONOURED);
            case NOT_TESTABLE -> Result.NOT_TESTABLE;
            case ERROR -> Result.ERROR;
            case BROKEN -> ResultRules.of(row, Outcome.Kind.BROKEN);
        };
    }

    /** Returns the detail for a row: of one that binds nobody it also tells whether it holds, since its result does not. */
    String detailOn(Requirement row) {
        boolean silent = row.level() == Level.MAY;
        return switch (kind) {
            case HONOURED -> silent ? "holds: " + detail : detail;
            case BROKEN -> silent ? "does not hold: " + detail : detail;
            case NOT_APPLICABLE, NOT_TESTABLE, ERROR -> detail;
        };
    }
}
