package dev.tick.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Stands still until it is moved. */
public final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T10:07:11.250Z");

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** Moves forward. */
    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    /** Returns the time as the header Date has it. */
    public String httpDate() {
        return HTTP_DATE.format(instant().atZone(ZoneOffset.UTC));
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
