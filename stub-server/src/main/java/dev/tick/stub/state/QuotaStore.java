package dev.tick.stub.state;

import dev.tick.stub.quota.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that each application has left of its quotas; every method is one atomic step. */
public interface QuotaStore {
    /** Takes a call from every quota that concerns it, unless one is used up: then from none, and this tells which. */
    Optional<Exhausted> take(String application, String operation);

    /**
     * Returns what each application that called has left, in the order of the quotas; {@code <id> on <operationId>} of one operation
     * alone.
     */
    Map<String, List<Remaining>> remaining();

    /**
     * A quota that is used up.
     *
     * @param quota which
     * @param pause how long until its calls are new again
     */
    record Exhausted(Quota quota, Duration pause) {
        /** Returns the pause in whole seconds, so that a client that waits them is served. */
        public long seconds() {
            return pause.plusSeconds(1).minusNanos(1).toSeconds();
        }
    }

    /** The calls that are left of a quota. */
    record Remaining(Quota quota, long calls) {}
}
