package dev.tick.stub.service;

import dev.tick.spec.validation.Violation;
import java.util.List;

/**
 * What is wrong with a request's message.
 *
 * @param violations all of it, in document order
 * @param facts those that are documented or recorded as refused; the others are open
 */
public record Judgement(List<Violation> violations, List<Violation> facts) {
    /** Copies the lists. */
    public Judgement {
        violations = List.copyOf(violations);
        facts = List.copyOf(facts);
    }

    /** Those of which nobody has shown what the service does. */
    public List<Violation> open() {
        return violations.stream().filter(one -> !facts.contains(one)).toList();
    }
}
