package dev.tick.conformance.comparison;

import dev.tick.conformance.verdict.Result;

/**
 * A case as a run saw it.
 *
 * @param result what it counted as
 * @param detail expected against got, without what changes from run to run
 */
public record CaseSnapshot(Result result, String detail) {
    /** Returns whether two runs had equal results; for a note, whose detail is what the target does, equal details as well. */
    boolean sameAs(CaseSnapshot other) {
        return result == other.result() && (result != Result.NOTE || detail.equals(other.detail()));
    }
}
