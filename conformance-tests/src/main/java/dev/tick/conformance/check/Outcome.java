package dev.tick.conformance.check;

import dev.tick.spec.http.Exchange;
import java.util.List;

/**
 * What a case found.
 *
 * @param kind whether the statement holds
 * @param detail what was found, in one line for people
 * @param contrasts expected against got, where that says what is broken
 * @param exchanges the exchanges it rests on
 */
public record Outcome(Kind kind, String detail, List<Contrast> contrasts, List<Exchange> exchanges) {
    /** Whether the statement holds. */
    public enum Kind {
        HONOURED,
        BROKEN,
        /** Nothing is claimed: what the target does. */
        NOTED,
        /** A prerequisite is missing. */
        NOT_TESTABLE
    }

    /** Copies the lists. */
    public Outcome {
        contrasts = List.copyOf(contrasts);
        exchanges = List.copyOf(exchanges);
    }

    static Outcome honoured(String detail, Exchange... exchanges) {
        return new Outcome(Kind.HONOURED, detail, List.of(), List.of(exchanges));
    }

    static Outcome broken(String detail, Exchange... exchanges) {
        return new Outcome(Kind.BROKEN, detail, List.of(), List.of(exchanges));
    }

    static Outcome broken(Contrast contrast, Exchange... exchanges) {
        return broken(List.of(contrast), exchanges);
    }

    static Outcome broken(List<Contrast> contrasts, Exchange... exchanges) {
        return new Outcome(Kind.BROKEN, Contrast.sentence(contrasts), contrasts, List.of(exchanges));
    }

    static Outcome noted(String detail, Exchange... exchanges) {
        return new Outcome(Kind.NOTED, detail, List.of(), List.of(exchanges));
    }

    static Outcome notTestable(String detail, Exchange... exchanges) {
        return new Outcome(Kind.NOT_TESTABLE, detail, List.of(), List.of(exchanges));
    }
}
