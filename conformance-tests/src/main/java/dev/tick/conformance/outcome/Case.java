package dev.tick.conformance.outcome;

import dev.tick.spec.register.Requirement;
import java.util.function.Supplier;

/**
 * A case: something to try on the target, and how to judge it.
 *
 * @param row the requirement that it exercises
 * @param name unique among the row's cases and stable from run to run
 * @param phase when it runs
 * @param body performs it
 */
public record Case(Requirement row, String name, Phase phase, Supplier<Outcome> body) {
    /** Returns the id, such as {@code SUB-004/title=5}; unique, and stable from run to run. */
    public String id() {
        return row.id() + "/" + name;
    }
}
