package dev.tick.conformance.deviation;

import dev.tick.conformance.verdict.Result;
import java.util.List;
import java.util.Optional;

/**
 * The listed deviations with their status after a run.
 *
 * @param all in the order of their file
 */
public record Waivers(List<Waiver> all) {
    /** Copies the list. */
    public Waivers {
        all = List.copyOf(all);
    }

    /** Returns no waivers, for a target without listed deviations. */
    public static Waivers none() {
        return new Waivers(List.of());
    }

    /** Returns the deviation that waives a case with this result; empty for none. */
    public Optional<Deviation> of(String requirement, String oneCase, Result result) {
        return all.stream()
                .filter(one -> one.status() == DeviationStatus.WAIVES && Waiver.waivable(result))
                .map(Waiver::deviation)
                .filter(deviation -> deviation.covers(requirement, oneCase))
                .findFirst();
    }

    /** Returns the deviations whose entries are to be removed or renewed. */
    public List<Waiver> invalid() {
        return all.stream()
                .filter(one -> switch (one.status()) {
                    case STALE, EXPIRED -> true;
                    case WAIVES, UNTESTED -> false;
                })
                .toList();
    }
}
