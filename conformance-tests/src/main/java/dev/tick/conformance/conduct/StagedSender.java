package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A sender that lets each request pass a stage first. */
final class StagedSender implements Sender {
    private final Stage stage;
    private final Sender next;

    StagedSender(Stage stage, Sender next) {
        this.stage = stage;
        this.next = next;
    }

    @Override
    public Exchange send(Request request) {
        return start(request).get();
    }

    /** Starts an exchange; what the stage throws comes when it is asked for, so that those in flight beside it are not forgotten. */
    @Override
    public Supplier<Exchange> start(Request request) {
        try {
            Consumer<Exchange> after = stage.admit(request);
            Supplier<Exchange> flight = next.start(request);
            return () -> {
                Exchange exchange = flight.get();
                after.accept(exchange);
                return exchange;
            };
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
