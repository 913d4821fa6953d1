package dev.tick.conformance.outcome;

import dev.tick.spec.http.Exchange;
import java.util.List;

/**
 * A sequence of requests that shows a fault, for people.
 *
 * @param sentence what is wrong, in one sentence
 * @param steps the requests, in their order; the last one shows the fault
 */
public record Story(String sentence, List<Step> steps) {
    /** Copies the steps. */
    public Story {
        steps = List.copyOf(steps);
    }

    /**
     * A request of a story.
     *
     * @param exchange the request and its response
     * @param known what was known of the target before it
     * @param expected what was expected of the response
     * @param got what came
     */
    public record Step(Exchange exchange, String known, String expected, String got) {}
}
