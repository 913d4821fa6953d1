package dev.tick.conformance.credential;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.function.Supplier;

/**
 * Sends each request with the newest token of the kind that it has. The exchange keeps the first one, by which the run tells callers
 * apart. A 401 is never answered with another token: it is what the target says.
 */
final class RenewingSender implements Sender {
    private static final String AUTHORIZATION = "Authorization";

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
        return renewed.equals(request) ? flight : () -> asAsked(request, flight.get());
    }

    private Request renewed(Request request) {
        if (request.authorization().isEmpty()) {
            return request;
        }
        // Whatever the scheme, and however it is written: the token is never what a row finds fault with there.
        String value = request.authorization().get();
        int begin = value.lastIndexOf(' ') + 1;
        String newest = tokens.newest(value.substring(begin));
        return value.endsWith(newest) ? request : request.with(AUTHORIZATION, value.substring(0, begin) + newest);
    }

    private static Exchange asAsked(Request request, Exchange exchange) {
        return new Exchange(request, exchange.response(), exchange.failure());
    }

    @Override
    public void close() {
        sender.close();
    }
}
