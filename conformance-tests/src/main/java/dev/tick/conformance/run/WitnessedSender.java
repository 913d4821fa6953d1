package dev.tick.conformance.run;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A sender whose requests somebody sees, whole and in the order in which they leave.
 *
 * @param sender sends them
 * @param witness sees them
 */
record WitnessedSender(Sender sender, Consumer<Request> witness) implements Sender {
    @Override
    public Exchange send(Request request) {
        witness.accept(request);
        return sender.send(request);
    }

    @Override
    public Supplier<Exchange> start(Request request) {
        witness.accept(request);
        return sender.start(request);
    }

    @Override
    public void close() {
        sender.close();
    }
}
