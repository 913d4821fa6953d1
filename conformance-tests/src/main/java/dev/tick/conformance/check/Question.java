package dev.tick.conformance.check;

import dev.tick.conformance.sample.Neighbour;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A query about the neighbours, and its answer.
 *
 * @param filter the condition
 * @param met which of them meet it
 * @param open which of them may be listed or not
 * @param top how many are asked for; empty for all
 * @param skip how many of them are left out; empty for none
 */
record Question(String filter, Set<Neighbour> met, Set<Neighbour> open, Optional<Integer> top, Optional<Integer> skip) {
    Question {
        met = Set.copyOf(met);
        open = Set.copyOf(open);
    }

    /** Asks for all that meet a condition. */
    static Question of(String filter, Set<Neighbour> met) {
        return new Question(filter, met, Set.of(), Optional.empty(), Optional.empty());
    }

    /** Asks for all that meet a condition. */
    static Question of(String filter, Neighbour... met) {
        return of(filter, Set.of(met));
    }

    /** Returns the question whose answer does not depend on these. */
    Question whateverOf(Neighbour... others) {
        return new Question(filter, met, Set.of(others), top, skip);
    }

    Question top(int number) {
        return new Question(filter, met, open, Optional.of(number), skip);
    }

    Question skip(int number) {
        return new Question(filter, met, open, top, Optional.of(number));
    }

    /** Returns how many of those that meet the condition are to be listed. */
    int count() {
        return Math.min(top.orElse(met.size()), Math.max(0, met.size() - skip.orElse(0)));
    }

    /** Returns those that are not to be listed. */
    Set<Neighbour> unmet() {
        Set<Neighbour> unmet = EnumSet.allOf(Neighbour.class);
        unmet.removeAll(met);
        unmet.removeAll(open);
        return unmet;
    }

    /** Returns the query for people. */
    String title() {
        return "$filter=" + filter
                + top.map(number -> "&$top=" + number).orElse("")
                + skip.map(number -> "&$skip=" + number).orElse("");
    }
}
