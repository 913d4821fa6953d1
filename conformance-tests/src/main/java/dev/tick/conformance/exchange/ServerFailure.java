package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;

/** A failure of the server: a 5xx, or no response. A 503 that says when to come again is none (RFC 9110, section 15.6.4). */
public final class ServerFailure {
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 5;

    private ServerFailure() {}

    /** Returns whether an exchange ended with a failure. */
    public static boolean isIn(Exchange exchange) {
        return exchange.response()
                .map(response -> response.status() / 100 == SERVER_ERROR && !asksToComeAgain(exchange))
                .orElse(true);
    }

    /** Returns whether the response is a 503 that says when to come again. */
    public static boolean asksToComeAgain(Exchange exchange) {
        return exchange.response()
                .filter(response -> response.status() == UNAVAILABLE)
                .flatMap(response -> response.header("Retry-After"))
                .isPresent();
    }
}
