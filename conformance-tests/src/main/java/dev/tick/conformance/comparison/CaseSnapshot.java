package dev.tick.conformance.comparison;

import dev.tick.conformance.verdict.Result;

/**
 * A case as a run saw it.
 *
 * @param result what it counted as
 * @param detail expected against got, without what changes from run to run
 */
public record CaseSnapshot(Result result, String detail) {
    /** Whether two runs saw the same; a note says what the target does, elsewhere the result says it all. */
    boolean sameAs(CaseSnapshot other) {
        return result == other.result() && (result != Result.NOTE || detail.equals(other.detail()));
    }
}
