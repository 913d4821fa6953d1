package dev.tick.conformance.run;

import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.progress.Progress;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.Optional;
import java.util.function.Supplier;

/** A sender that refuses to send while a run is planned, and reports each request once it has begun. */
final class PlannedSender implements Sender {
    private final Supplier<Sender> opening;
    private final Progress progress;
    private Optional<Sender> sender = Optional.empty();

    PlannedSender(Supplier<Sender> opening, Progress progress) {
        this.opening = opening;
        this.progress = progress;
    }

    /** Lets requests through from now on. */
    void open() {
        sender = Optional.of(opening.get());
    }

    @Override
    public Exchange send(Request request) {
        Sender open = sender.orElseThrow(() -> new IllegalStateException(
                "planning sends nothing, but tried " + request.method() + " " + request.url()));
        progress.sent(request.method() + " " + request.url());
        Exchange exchange = open.send(request);
        progress.answered();
        return exchange;
    }

    @Override
    public void close() {
        sender.ifPresent(Sender::close);
    }
}
