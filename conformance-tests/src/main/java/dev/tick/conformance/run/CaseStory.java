package dev.tick.conformance.run;

import dev.tick.conformance.outcome.Story;
import dev.tick.spec.http.Exchange;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * A sequence of requests that shows a fault, as results keep it; no secret is in its texts.
 *
 * @param sentence what is wrong, in one sentence
 * @param steps the requests, in their order; the last one shows the fault
 */
public record CaseStory(String sentence, List<Step> steps) {
    /** Copies the steps. */
    public CaseStory {
        steps = List.copyOf(steps);
    }

    /**
     * A request of a story.
     *
     * @param exchange its number, in the report's list of exchanges
     * @param known what was known of the target before it
     * @param expected what was expected of the response
     * @param got what came
     */
    public record Step(int exchange, String known, String expected, String got) {
        private Step map(UnaryOperator<String> text) {
            return new Step(exchange, text.apply(known), text.apply(expected), text.apply(got));
        }
    }

    static CaseStory of(Story story, ToIntFunction<Exchange> number) {
        return new CaseStory(
                story.sentence(),
                story.steps().stream()
                        .map(step ->
                                new Step(number.applyAsInt(step.exchange()), step.known(), step.expected(), step.got()))
                        .toList());
    }

    /** Returns a copy with each of its texts replaced. */
    public CaseStory map(UnaryOperator<String> text) {
        return new CaseStory(
                text.apply(sentence), steps.stream().map(step -> step.map(text)).toList());
    }

    /** Returns how many requests tell the story, in words. */
    public String length() {
        return steps.size() == 1 ? "1 request" : steps.size() + " requests";
    }
}
