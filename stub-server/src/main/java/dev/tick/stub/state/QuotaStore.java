package dev.tick.stub.state;

import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.QuotaStanding;
import dev.tick.stub.quota.WholeSeconds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that each application has left of its quotas; every method is one atomic step. */
public interface QuotaStore {
    /** Takes a call from every quota that concerns it, unless one is used up: then from none, and this tells which. */
    Taken take(String application, String operation);

    /**
     * Returns what each application that called has left, in the order of the quotas; {@code <id> on <operationId>} of one operation
     * alone.
     */
    Map<String, List<Remaining>> remaining();

    /**
     * An attempt to take a call from the quotas.
     *
     * @param standings of the quotas that concern the call, after it; none where nothing is limited
     * @param exhausted the quota that is used up, of several the one with the longest pause; empty when the call was taken
     */
    record Taken(List<QuotaStanding> standings, Optional<Exhausted> exhausted) {
        /** An attempt where nothing is limited. */
        static final Taken UNLIMITED = new Taken(List.of(), Optional.empty());

        /** Copies the list. */
        public Taken {
            standings = List.copyOf(standings);
        }
    }

    /**
     * A quota that is used up.
     *
     * @param quota which
     * @param pause how long until its calls are new again
     * @param operation the id of the operation whose calls alone it counts; empty for all calls
     */
    record Exhausted(Quota quota, Duration pause, Optional<String> operation) {
        /** A quota of all calls that is used up. */
        public Exhausted(Quota quota, Duration pause) {
            this(quota, pause, Optional.empty());
        }

        /** Returns the pause in whole seconds, so that a client that waits them is served. */
        public long seconds() {
            return WholeSeconds.of(pause);
        }
    }

    /** The calls that are left of a quota. */
    record Remaining(Quota quota, long calls) {}
}
