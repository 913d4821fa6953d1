package dev.tick.conformance.conduct;

import dev.tick.conformance.ledger.LedgerFolder;
import java.time.Duration;
import java.util.Optional;

/**
 * The terms of a run on a target.
 *
 * @param conduct how it sends
 * @param ledgers where it writes down what it creates, and finds the lock of its target; empty for a target that is ours
 * @param patience how long it waits for another run on the target to end
 * @param interruption ends it early
 */
public record Terms(Conduct conduct, Optional<LedgerFolder> ledgers, Duration patience, Interruption interruption) {
    /** Returns the terms of a run on a target that is ours: nothing is written down. */
    public static Terms ofOwn() {
        return new Terms(Conduct.ofOwn(), Optional.empty(), Duration.ZERO, new Interruption());
    }

    /** Returns the terms of a run on somebody else's target that waits for no other. */
    public static Terms of(Conduct conduct, LedgerFolder ledgers) {
        return new Terms(conduct, Optional.of(ledgers), Duration.ZERO, new Interruption());
    }

    /** Returns these terms with another way to end the run early. */
    public Terms interruptedBy(Interruption other) {
        return new Terms(conduct, ledgers, patience, other);
    }
}
