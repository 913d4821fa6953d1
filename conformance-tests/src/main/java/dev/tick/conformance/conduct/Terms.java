package dev.tick.conformance.conduct;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The terms of a run on a target.
 *
 * @param conduct how it sends
 * @param ledgers the folder where it writes down what it creates, and finds the lock of its target; empty for a target that is ours
 * @param patience how long it waits for another run on the target to end
 */
public record Terms(Conduct conduct, Optional<Path> ledgers, Duration patience) {
    /** Returns the terms of a run on a target that is ours: nothing is written down. */
    public static Terms ofOwn() {
        return new Terms(Conduct.ofOwn(), Optional.empty(), Duration.ZERO);
    }

    /** Returns the terms of a run on somebody else's target that waits for no other. */
    public static Terms of(Conduct conduct, Path ledgers) {
        return new Terms(conduct, Optional.of(ledgers), Duration.ZERO);
    }

    /** Returns whether the target is ours, so that no harm is done to anybody. */
    boolean isOwn() {
        return ledgers.isEmpty();
    }
}
