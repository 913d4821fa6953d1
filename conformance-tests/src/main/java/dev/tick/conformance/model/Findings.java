package dev.tick.conformance.model;

import dev.tick.conformance.outcome.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The findings about one response: what was held against it, and what of it differs. */
public final class Findings {
    private final List<List<Claim>> met = new ArrayList<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();

    /** Returns the statements that the response was held against; of each list, the first that the register has is meant. */
    public List<List<Claim>> met() {
        return List.copyOf(met);
    }

    /** Returns what differs. */
    public List<Discrepancy> discrepancies() {
        return List.copyOf(discrepancies);
    }

    /** Records that statements were honoured. */
    void honoured(Claim... claims) {
        met.add(List.of(claims));
    }

    /** Records a difference. */
    void broken(List<Claim> claims, Mismatch mismatch, String sentence, Set<String> identities) {
        met.add(List.copyOf(claims));
        discrepancies.add(new Discrepancy(claims, mismatch, sentence, identities));
    }
}
