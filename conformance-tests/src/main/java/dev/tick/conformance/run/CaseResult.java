package dev.tick.conformance.run;

import dev.tick.conformance.verdict.Result;
import java.util.List;

/**
 * What came out of one case.
 *
 * @param id unique and, in a report, the same in every run, such as {@code SUB-004/title=5}
 * @param result what it counts as
 * @param detail expected against got
 * @param exchanges one line for each exchange it rests on, without secrets
 */
public record CaseResult(String id, Result result, String detail, List<String> exchanges) {
    /** Copies the exchanges. */
    public CaseResult {
        exchanges = List.copyOf(exchanges);
    }
}
