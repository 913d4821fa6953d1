package dev.tick.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, moved forward where a run would wait: what both the stub and the run go by needs no waiting. */
public final class ShiftedClock extends Clock {
    private Duration ahead = Duration.ZERO;

    /** Moves forward. */
    public synchronized void move(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Goes back to the system's time. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
