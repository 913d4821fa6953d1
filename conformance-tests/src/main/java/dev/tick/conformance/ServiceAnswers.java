package dev.tick.conformance;

import dev.tick.conformance.check.AnswerReview;
import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.client.TrafficJudge;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.ShortText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The answers of a service in the traffic of a client, held against the contract; each kind of difference is told once, and counted. */
final class ServiceAnswers {
    /** In characters; a value that is wrong may be long. */
    private static final int LONGEST = 500;

    private final AnswerReview review;
    private final UnaryOperator<String> hiding;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private long answers;
    private long differing;

    /** A kind of difference, the answer that had it first, and how many had it. */
    private static final class Kind {
        private final String sentence;
        private final ClientCall first;
        private long count;

        Kind(String sentence, ClientCall first) {
            this.sentence = sentence;
            this.first = first;
        }

        TrafficJudge.Remark remark() {
            return new TrafficJudge.Remark(
                    "service: " + first.exchange().line() + " | " + sentence
                            + (count == 1 ? "" : " | " + count + " answers"),
                    first);
        }
    }

    /**
     * Begins to review.
     *
     * @param hiding replaces every secret in a text, before it is shortened
     */
    ServiceAnswers(Specification specification, UnaryOperator<String> hiding, Clock clock) {
        this.hiding = hiding;
        review = new AnswerReview(specification, clock);
    }

    /**
     * Reviews an answer, and returns what is wrong with it that was wrong with none before.
     *
     * @param exchange its body without a coding
     * @param shown the same call, as it is shown
     */
    List<String> accept(Operation operation, Exchange exchange, ClientCall shown) {
        boolean isSound = shown.violations().isEmpty() && shown.tokenFlaw().isEmpty();
        List<AnswerReview.Difference> differences = review.differences(operation, exchange, isSound);
        answers++;
        differing += differences.isEmpty() ? 0 : 1;
        List<String> first = new ArrayList<>();
        for (AnswerReview.Difference difference : differences) {
            String sentence = ShortText.beginning(hiding.apply(difference.sentence()), LONGEST);
            Kind kind = kinds.computeIfAbsent(difference.place(), place -> {
                first.add(sentence);
                return new Kind(sentence, shown);
            });
            kind.count++;
        }
        return first;
    }

    /** Returns how many answers differ, for the reports. */
    String note() {
        return "service: " + (differing == 0 ? "none" : String.valueOf(differing)) + " of " + answers + " answers "
                + (differing == 1 ? "differs" : "differ") + " from the contract";
    }

    /** Returns each kind of difference with the answer that had it first. */
    List<TrafficJudge.Remark> remarks() {
        return kinds.values().stream().map(Kind::remark).toList();
    }
}
