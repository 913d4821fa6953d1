package dev.tick.stub.state;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time that has passed by our clock: a step back counts as no time, so that nobody is told to wait for longer than a window.
 * Asked under the lock of its owner alone.
 */
final class ClockMeter implements TimeMeter {
    private final Clock clock;
    private Instant last;
    private long passed;

    ClockMeter(Clock clock) {
        this.clock = clock;
        last = clock.instant();
    }

    /** Returns the time since this meter was made. */
    Duration passed() {
        return Duration.ofNanos(currentTimeNanos());
    }

    @Override
    public long currentTimeNanos() {
        Instant now = clock.instant();
        passed += Math.max(0, ChronoUnit.NANOS.between(last, now));
        last = now;
        return passed;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
