package dev.tick.conformance.model;

import dev.tick.conformance.outcome.Mismatch;
import java.util.List;
import java.util.Set;

/**
 * A difference between the model and the target.
 *
 * @param claims the statements that it breaks, the nearest first; the first of them that the register has is broken
 * @param mismatch expected against got
 * @param sentence what is wrong, for people
 * @param identities the entities that it is about
 */
public record Discrepancy(List<Claim> claims, Mismatch mismatch, String sentence, Set<String> identities) {
    /** Copies the collections. */
    public Discrepancy {
        claims = List.copyOf(claims);
        identities = Set.copyOf(identities);
    }
}
