package dev.tick.conformance.run;

import dev.tick.conformance.console.Progress;
import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;

/** Tells of each request, so that a slow answer can be seen. */
final class WatchedSender implements Sender {
    private final Sender sender;
    private final Progress progress;

    WatchedSender(Sender sender, Progress progress) {
        this.sender = sender;
        this.progress = progress;
    }

    @Override
    public Exchange send(Request request) {
        progress.sent(request.method() + " " + request.url());
        Exchange exchange = sender.send(request);
        progress.answered();
        return exchange;
    }

    @Override
    public void close() {
        sender.close();
    }
}
