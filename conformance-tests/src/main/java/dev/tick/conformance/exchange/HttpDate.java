package dev.tick.conformance.exchange;

import dev.tick.spec.http.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads dates of HTTP (RFC 9110, section 5.6.7), in whole seconds; the obsolete formats are not read. */
public final class HttpDate {
    private HttpDate() {}

    /** Returns the server's time of a response, by its header {@code Date}; empty where it has none, or an unreadable one. */
    public static Optional<Instant> of(Response response) {
        return response.header("Date").flatMap(HttpDate::read);
    }

    /** Reads a date such as {@code Sun, 06 Nov 1994 08:49:37 GMT}; empty for any other text. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
