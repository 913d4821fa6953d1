package dev.tick.conformance.outcome;

import dev.tick.spec.register.Requirement;
import java.util.function.Supplier;

/**
 * One thing to try on the target.
 *
 * @param row the requirement that it exercises
 * @param name unique among the row's cases and stable from run to run
 * @param phase when it runs
 * @param body performs it
 */
public record Case(Requirement row, String name, Phase phase, Supplier<Outcome> body) {
    /** Unique and stable. */
    public String id() {
        return row.id() + "/" + name;
    }
}
