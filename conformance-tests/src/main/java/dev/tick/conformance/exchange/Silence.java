package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Duration;
import java.util.Optional;

/** An exchange that hangs: the target neither answers in time nor ends the connection. */
public final class Silence {
    private static final String WORDS = "no answer within ";

    private Silence() {}

    /** Returns the exchange of a request without a response at its deadline. */
    static Exchange within(Duration deadline, Request request) {
        return new Exchange(request, Optional.empty(), WORDS + deadline.toSeconds() + " s");
    }

    /** Returns whether an exchange hung. */
    public static boolean is(Exchange exchange) {
        return exchange.response().isEmpty() && exchange.failure().startsWith(WORDS);
    }
}
