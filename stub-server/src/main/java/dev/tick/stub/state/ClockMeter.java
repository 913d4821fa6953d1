package dev.tick.stub.state;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that has passed by our clock: a step back counts as no time, so that nobody is told to wait for longer than a window.
 * Asked under the lock of its owner alone.
 */
final class ClockMeter implements TimeMeter {
    /** Beyond every window and pause; a number of nanoseconds ends after 292 years. */
    private static final Duration LONGEST_STEP = Duration.ofDays(365);

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
        Duration step = Duration.between(last, now);
        if (!step.isNegative()) {
            passed += (step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP).toNanos();
        }
        last = now;
        return passed;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
