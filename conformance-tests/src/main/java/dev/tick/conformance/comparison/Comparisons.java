package dev.tick.conformance.comparison;

import java.util.List;
import java.util.Optional;

/**
 * Comparisons of a run with an earlier one and with the stub.
 *
 * @param changes since an earlier run; empty where none was named
 * @param differsFromStub what the target did otherwise than the stub; empty for the stub itself, and for a run that was
 *     stopped before its cases
 */
public record Comparisons(Optional<BaselineDiff> changes, List<RequirementDiff> differsFromStub) {
    /** Copies the differences. */
    public Comparisons {
        differsFromStub = List.copyOf(differsFromStub);
    }

    /** Returns the comparisons of a run that is compared with nothing. */
    public static Comparisons none() {
        return new Comparisons(Optional.empty(), List.of());
    }
}
