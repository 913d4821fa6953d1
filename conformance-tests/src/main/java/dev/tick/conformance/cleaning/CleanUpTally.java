package dev.tick.conformance.cleaning;

import dev.tick.conformance.ledger.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The facts of a clean-up, as they come in. */
final class CleanUpTally {
    private final List<Holding> staying = new ArrayList<>();
    private final List<Holding> unsure = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private int removed;

    void removed(int number) {
        removed += number;
    }

    void staying(List<Holding> holdings) {
        staying.addAll(holdings);
    }

    void unsure(List<Holding> holdings) {
        unsure.addAll(holdings);
    }

    void trouble(String sentence) {
        troubles.add(sentence);
    }

    CleanUpReport report() {
        Optional<Instant> last =
                staying.stream().flatMap(one -> one.end().stream()).max(Comparator.naturalOrder());
        return new CleanUpReport(
                removed,
                identities(staying),
                last,
                identities(staying.stream().filter(one -> one.end().isEmpty()).toList()),
                identities(unsure),
                troubles,
                List.of());
    }

    private static List<String> identities(List<Holding> holdings) {
        return holdings.stream().map(Holding::identity).distinct().toList();
    }
}
