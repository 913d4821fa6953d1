package dev.tick.conformance.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header by which a server says when to come again: in seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /** How long an answer asks to wait, from now; empty when it does not say, or nobody can read it. */
    public static Optional<Duration> of(Response response, Instant now) {
        return response.header("Retry-After").map(String::trim).flatMap(value -> read(value, now));
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Duration until = Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
