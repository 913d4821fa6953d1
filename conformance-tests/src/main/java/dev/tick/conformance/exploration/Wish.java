package dev.tick.conformance.exploration;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A query to be made, before any value is known.
 *
 * @param marking whether only what the sequence made is asked for
 * @param term what an entity must meet beside that
 * @param top how many are asked for
 * @param skip how many are left out
 */
record Wish(Marking marking, Optional<Term> term, OptionalInt top, OptionalInt skip) {
    /** Whose entities a list is asked for. */
    enum Marking {
        /** Those with the mark of the sequence. */
        MARKED,
        EVERYTHING
    }

    static Wish of(Marking marking) {
        return new Wish(marking, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    Wish with(Term other) {
        return new Wish(marking, Optional.of(other), top, skip);
    }

    Wish cut(OptionalInt otherTop, OptionalInt otherSkip) {
        return new Wish(marking, term, otherTop, otherSkip);
    }

    /** Returns a name of the shape. */
    String shape() {
        return marking
                + term.map(one -> " " + one.shape()).orElse("")
                + (top.isPresent() ? " top" : "")
                + (skip.isPresent() ? " skip" : "");
    }
}
