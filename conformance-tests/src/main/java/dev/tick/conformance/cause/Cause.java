package dev.tick.conformance.cause;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;

/**
 * A thing that is wrong with a target, told once.
 *
 * @param result the worst result of its rows, deviations set aside
 * @param sentence what is wrong, in one sentence
 * @param mismatch expected against got, shortened; empty where that is not what decided
 * @param detail what was found, shortened
 * @param story the sequence of requests that shows it; empty where one request does
 * @param exchange the number of the exchange that shows it; empty where none does
 * @param rows the requirements that it broke, the one that shows it best first, then the worst; at least one
 * @param waiting the requirements that could not be tested because of it, in the order of the register
 */
public record Cause(
        Result result,
        String sentence,
        Optional<Mismatch> mismatch,
        String detail,
        Optional<CaseStory> story,
        Optional<Integer> exchange,
        List<RequirementResult> rows,
        List<RequirementResult> waiting) {
    /** Copies the lists. */
    public Cause {
        rows = List.copyOf(rows);
        waiting = List.copyOf(waiting);
    }

    /** Returns the requirement that shows it best. */
    public RequirementResult first() {
        return rows.get(0);
    }

    Cause with(List<RequirementResult> others) {
        return new Cause(result, sentence, mismatch, detail, story, exchange, rows, others);
    }
}
