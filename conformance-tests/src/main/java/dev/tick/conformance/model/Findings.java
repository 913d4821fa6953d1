package dev.tick.conformance.model;

import dev.tick.conformance.outcome.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The differences between one response and what it was to be. */
public final class Findings {
    private final List<Discrepancy> discrepancies = new ArrayList<>();

    /** Returns what differs. */
    public List<Discrepancy> discrepancies() {
        return List.copyOf(discrepancies);
    }

    /** Records a difference. */
    void broken(List<Claim> claims, Mismatch mismatch, String sentence, Set<String> identities) {
        discrepancies.add(new Discrepancy(claims, mismatch, sentence, identities));
    }
}
