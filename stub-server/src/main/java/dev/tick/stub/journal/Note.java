package dev.tick.stub.journal;

import dev.tick.spec.validation.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What the service thought of a request; see {@link Entry}, whose part it becomes.
 *
 * @param application the caller; empty when no token could be read
 * @param token what is wrong with the token
 * @param violations how the request broke the contract
 * @param requirements the ids of the rows that it touches
 * @param manner what the mood made of it
 */
public record Note(
        Optional<String> application,
        Optional<String> token,
        List<Violation> violations,
        List<String> requirements,
        String manner) {
    /** Copies the lists. */
    public Note {
        violations = List.copyOf(violations);
        requirements = List.copyOf(requirements);
    }
}
