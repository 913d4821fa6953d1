package dev.tick.conformance.exploration;

import dev.tick.conformance.model.Findings;
import dev.tick.conformance.outcome.Story;
import dev.tick.spec.http.Exchange;
import java.util.Map;

/**
 * A step that was sent.
 *
 * @param step the step
 * @param exchange the request and its response
 * @param known what the model knew before
 * @param expected what it expected
 * @param findings what it found
 * @param slots the number of each entity of the sequence so far, by its identity
 */
record Played(
        PlannedStep step,
        Exchange exchange,
        String known,
        String expected,
        Findings findings,
        Map<String, Integer> slots) {
    /** Copies the map. */
    Played {
        slots = Map.copyOf(slots);
    }

    /** Returns the step as a story tells it. */
    Story.Step told() {
        String got = findings.discrepancies().stream()
                .map(one -> one.mismatch().sentence())
                .findFirst()
                .orElseGet(exchange::line);
        return new Story.Step(exchange, known, expected, got);
    }
}
