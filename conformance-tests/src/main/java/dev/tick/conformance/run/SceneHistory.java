package dev.tick.conformance.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A scenario as a client played it, as results keep it. What the client printed may hold secrets of its own, but not the scenario's.
 *
 * @param name of the scenario
 * @param about what the service does, in one sentence
 * @param steps of the stub, in its language
 * @param unmet the steps that were not met as often as they were written for
 * @param work what was asked for, each piece in words
 * @param end how the client ended
 * @param calls in their order, those of the token endpoint among them
 * @param forgotten how many calls came before these, of which nothing is known any more
 * @param rules what it decides
 */
public record SceneHistory(
        String name,
        String about,
        String steps,
        List<String> unmet,
        List<String> work,
        End end,
        List<Call> calls,
        long forgotten,
        List<Rule> rules) {
    /** Copies the lists. */
    public SceneHistory {
        unmet = List.copyOf(unmet);
        work = List.copyOf(work);
        calls = List.copyOf(calls);
        rules = List.copyOf(rules);
    }

    /**
     * An end of a client's work.
     *
     * @param words how it came about, in words that follow "the client"
     * @param deadline how long it had
     * @param output the last of what it printed, if it did not do its work; otherwise empty
     * @param command the command line that starts it; empty where a part of it may be secret, or where there is none
     * @param options of {@code tick judge} by which it was judged as it was
     */
    public record End(
            String words, Duration deadline, Optional<String> output, Optional<String> command, List<String> options) {
        /** Copies the options. */
        public End {
            options = List.copyOf(options);
        }

        private End map(UnaryOperator<String> text) {
            return new End(text.apply(words), deadline, output.map(text), command, options);
        }
    }

    /**
     * A call of a client.
     *
     * @param after when it came, counted from the beginning of the scenario
     * @param exchange its number, in the report's list of exchanges; empty for one of the token endpoint
     * @param work the piece of work that it is for, in words; empty where that is not known
     * @param step the step that it met, as it was written; empty for none
     * @param got what the client got, in words
     * @param broken the ids of the rows that it broke
     */
    public record Call(
            Duration after,
            Optional<Integer> exchange,
            Optional<String> work,
            Optional<String> step,
            String got,
            List<String> broken) {
        /** Copies the ids. */
        public Call {
            broken = List.copyOf(broken);
        }

        private Call map(UnaryOperator<String> text) {
            return new Call(after, exchange, work, step, text.apply(got), broken);
        }
    }

    /**
     * A rule by which the scenario decides a row.
     *
     * @param row its id
     * @param required what is required, in one sentence
     */
    public record Rule(String row, String required) {
        /** Returns the id of the case that it makes of a scenario. */
        public String caseOf(SceneHistory scene) {
            return row + "/" + scene.name();
        }
    }

    /** Returns a copy with each of the client's texts replaced. */
    SceneHistory map(UnaryOperator<String> text) {
        return new SceneHistory(
                name,
                about,
                steps,
                unmet,
                work,
                end.map(text),
                calls.stream().map(call -> call.map(text)).toList(),
                forgotten,
                rules);
    }
}
