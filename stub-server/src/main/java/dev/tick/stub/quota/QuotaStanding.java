package dev.tick.stub.quota;

import java.time.Duration;
import java.util.Optional;

/**
 * The calls that are left of a quota after a call.
 *
 * @param quota which
 * @param left how many calls
 * @param untilReset how long until all of them are new again
 * @param operation the id of the operation whose calls alone it counts; empty for all calls
 */
public record QuotaStanding(Quota quota, long left, Duration untilReset, Optional<String> operation) {
    /** Checks the calls. */
    public QuotaStanding {
        if (left < 0 || left > quota.calls()) {
            throw new IllegalArgumentException("left: expected 0 to " + quota.calls() + ", got " + left);
        }
    }

    /** Returns the time until the reset in whole seconds, so that a client that waits them has all calls again. */
    public long seconds() {
        return WholeSeconds.of(untilReset);
    }
}
