package dev.tick.conformance.exploration;

import dev.tick.conformance.model.Discrepancy;
import dev.tick.spec.register.Requirement;
import java.util.List;

/**
 * A difference that breaks a row, and the steps that led there.
 *
 * @param row what is broken
 * @param discrepancy the difference
 * @param played the steps up to the one that showed it
 */
record Counterexample(Requirement row, Discrepancy discrepancy, List<Played> played) {
    /** Copies the list. */
    Counterexample {
        played = List.copyOf(played);
    }

    /** Returns the step that showed it. */
    Played last() {
        return played.get(played.size() - 1);
    }

    /** Returns the steps. */
    List<PlannedStep> steps() {
        return played.stream().map(Played::step).toList();
    }
}
