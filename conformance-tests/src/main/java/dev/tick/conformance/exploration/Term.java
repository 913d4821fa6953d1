package dev.tick.conformance.exploration;

import dev.tick.conformance.model.Condition;
import java.util.stream.Stream;

/** A condition to be made, before any value is known. */
sealed interface Term {
    /** Where a literal lies beside the value of an entity. */
    enum Edge {
        BELOW,
        AT,
        ABOVE
    }

    /** Returns the comparisons in it. */
    Stream<Compared> comparisons();

    /** Returns a name of the shape. */
    String shape();

    /**
     * A property compared with what an entity has.
     *
     * @param slot the entity
     */
    record Compared(String property, Condition.Operator operator, int slot, Edge edge) implements Term {
        @Override
        public Stream<Compared> comparisons() {
            return Stream.of(this);
        }

        @Override
        public String shape() {
            return property + " " + operator + " " + edge;
        }
    }

    /** Both terms. */
    record Both(Term left, Term right) implements Term {
        @Override
        public Stream<Compared> comparisons() {
            return Stream.concat(left.comparisons(), right.comparisons());
        }

        @Override
        public String shape() {
            return "and";
        }
    }

    /** One of two terms. */
    record Either(Term left, Term right) implements Term {
        @Override
        public Stream<Compared> comparisons() {
            return Stream.concat(left.comparisons(), right.comparisons());
        }

        @Override
        public String shape() {
            return "or";
        }
    }

    /** The opposite of a term. */
    record Opposite(Term term) implements Term {
        @Override
        public Stream<Compared> comparisons() {
            return term.comparisons();
        }

        @Override
        public String shape() {
            return "not";
        }
    }
}
