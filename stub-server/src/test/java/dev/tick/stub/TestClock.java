package dev.tick.stub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. */
public final class TestClock extends Clock {
    private Instant now;

    /** Stands at this instant. */
    public TestClock(String start) {
        now = Instant.parse(start);
    }

    /** Stands at this instant from now on. */
    public synchronized void set(String instant) {
        now = Instant.parse(instant);
    }

    /** Moves forward. */
    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return now;
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
