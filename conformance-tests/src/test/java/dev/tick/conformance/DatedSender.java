package dev.tick.conformance;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Duration;
import java.util.function.Supplier;

/** Dates each response by a clock that the test moves, which the web server's own date does not follow. */
record DatedSender(Sender sender, HandClock clock) implements Sender {
    @Override
    public Exchange send(Request request) {
        return dated(sender.send(request));
    }

    @Override
    public Supplier<Exchange> start(Request request) {
        Supplier<Exchange> flight = sender.start(request);
        return () -> dated(flight.get());
    }

    /** A response takes a moment. */
    private Exchange dated(Exchange exchange) {
        clock.move(Duration.ofMillis(1));
        return new Exchange(
                exchange.request(),
                exchange.response().map(response -> response.with("Date", clock.httpDate())),
                exchange.failure());
    }

    @Override
    public void close() {
        sender.close();
    }
}
