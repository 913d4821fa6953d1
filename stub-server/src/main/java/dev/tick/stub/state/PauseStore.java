package dev.tick.stub.state;

import dev.tick.stub.quota.WholeSeconds;
import java.time.Duration;
import java.util.Optional;

/** The pauses that callers were told to make; every method is one atomic step. */
public interface PauseStore {
    /**
     * Has a caller pause from now on.
     *
     * @param operation whose calls alone pause: an operationId; empty for all
     */
    void begin(String caller, Optional<String> operation, Duration pause);

    /** Returns the pause that this call breaks, which begins anew; empty when there is none, or it is over. */
    Optional<Broken> breakBy(String caller, String operation);

    /**
     * A pause that was not kept.
     *
     * @param whole how long it lasts, from now on again
     * @param rest how much of it was left
     */
    record Broken(Duration whole, Duration rest) {
        /** Returns the pause in whole seconds, so that a client that waits them is served. */
        public long seconds() {
            return WholeSeconds.of(whole);
        }
    }
}
