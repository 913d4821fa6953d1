package dev.tick.spec.check;

import java.util.List;
import java.util.Optional;

/** An expectation of the response to a request ({@code expect}). */
public sealed interface Expectation {
    /** The expectations. */
    interface Expectations<R> {
        R refused(Refused expectation);

        R accepted(Accepted expectation);

        R noted(Noted expectation);

        R withoutEffect(WithoutEffect expectation);

        R notFound(NotFound expectation);

        R methodNotAllowed(MethodNotAllowed expectation);
    }

    /** Returns what is to be done with this expectation. */
    <R> R accept(Expectations<R> expectations);

    /** Returns the register's word. */
    String word();

    /**
     * The request is refused ({@code refused}).
     *
     * @param statuses the only statuses that count; empty where any refusal does, which then must have no effect
     * @param error what the body must be; nothing where any refusal counts
     */
    record Refused(List<Integer> statuses, ErrorForm error) implements Expectation {
        /** Copies the statuses. */
        public Refused {
            statuses = List.copyOf(statuses);
        }

        @Override
        public <R> R accept(Expectations<R> expectations) {
            return expectations.refused(this);
        }

        @Override
        public String word() {
            return "refused";
        }
    }

    /** The request gets the answer that it gets without the change ({@code accepted}). */
    record Accepted() implements Expectation {
        @Override
        public <R> R accept(Expectations<R> expectations) {
            return expectations.accepted(this);
        }

        @Override
        public String word() {
            return "accepted";
        }
    }

    /**
     * Nothing is claimed; what the target does is noted ({@code noted}).
     *
     * @param observation what to note beside the status
     * @param example the name of the example to begin with; empty for the first that can be changed so
     * @param kept the property to read back after a second submit
     */
    record Noted(Optional<Observation> observation, Optional<String> example, Optional<String> kept)
            implements Expectation {
        @Override
        public <R> R accept(Expectations<R> expectations) {
            return expectations.noted(this);
        }

        @Override
        public String word() {
            return "noted";
        }
    }

    /** The request has no effect, whatever the answer ({@code without-effect}). */
    record WithoutEffect() implements Expectation {
        @Override
        public <R> R accept(Expectations<R> expectations) {
            return expectations.withoutEffect(this);
        }

        @Override
        public String word() {
            return "without-effect";
        }
    }

    /** A request of an unknown path is answered with 404 ({@code not-found}). */
    record NotFound() implements Expectation {
        @Override
        public <R> R accept(Expectations<R> expectations) {
            return expectations.notFound(this);
        }

        @Override
        public String word() {
            return "not-found";
        }
    }

    /** A request with a method that the path does not take is answered with 405, 404 or 501 ({@code method-not-allowed}). */
    record MethodNotAllowed() implements Expectation {
        @Override
        public <R> R accept(Expectations<R> expectations) {
            return expectations.methodNotAllowed(this);
        }

        @Override
        public String word() {
            return "method-not-allowed";
        }
    }
}
