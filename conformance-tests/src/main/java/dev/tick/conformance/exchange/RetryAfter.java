package dev.tick.conformance.exchange;

import dev.tick.spec.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * Returns the time that a response asks to wait; empty if it has none, or an unreadable one. A date is of the server's own
     * clock, so it counts from the answer's {@code Date}, and from now where there is none.
     */
    public static Optional<Duration> of(Response response, Instant now) {
        Instant answered = HttpDate.of(response).orElse(now);
        return response.header("Retry-After").flatMap(value -> of(value, answered));
    }

    /** Returns the time that a value of the header asks to wait from the answer on; empty if it is unreadable. */
    public static Optional<Duration> of(String header, Instant answered) {
        return read(header.trim(), answered);
    }

    private static Optional<Duration> read(String value, Instant answered) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return HttpDate.read(value)
                .map(until -> Duration.between(answered, until))
                .map(length -> length.isNegative() ? Duration.ZERO : length);
    }
}
