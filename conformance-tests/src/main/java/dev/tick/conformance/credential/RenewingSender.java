package dev.tick.conformance.credential;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends each request with the newest token of the kind that it has. The exchange keeps the first one, by which the run tells callers
 * apart. A 401 is never answered with another token: it is what the target says.
 */
final class RenewingSender implements Sender {
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final Sender sender;
    private final RunTokens tokens;

    RenewingSender(Sender sender, RunTokens tokens) {
        this.sender = sender;
        this.tokens = tokens;
    }

    @Override
    public Exchange send(Request request) {
        return start(request).get();
    }

    @Override
    public Supplier<Exchange> start(Request request) {
        Request renewed = renewed(request);
        Supplier<Exchange> flight = sender.start(renewed);
        return renewed == request ? flight : () -> asAsked(request, flight.get());
    }

    private Request renewed(Request request) {
        Optional<String> first = request.authorization()
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        if (first.isEmpty()) {
            return request;
        }
        String newest = tokens.newest(first.get());
        return newest.equals(first.get()) ? request : request.with(AUTHORIZATION, BEARER + newest);
    }

    private static Exchange asAsked(Request request, Exchange exchange) {
        return new Exchange(request, exchange.response(), exchange.failure());
    }

    @Override
    public void close() {
        sender.close();
    }
}
