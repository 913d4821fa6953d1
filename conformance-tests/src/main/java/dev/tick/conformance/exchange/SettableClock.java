package dev.tick.conformance.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that stands until it is set; it begins in 1970. */
public final class SettableClock extends Clock {
    private volatile Instant now = Instant.EPOCH;

    /** Sets the time. */
    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns this clock: a zone changes no instant. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
