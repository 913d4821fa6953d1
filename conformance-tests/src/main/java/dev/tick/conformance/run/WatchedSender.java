package dev.tick.conformance.run;

import dev.tick.conformance.console.Progress;
import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Sender;

/** Tells of each request, so that a slow answer can be seen. */
final class WatchedSender implements Sender {
    private final Sender sender;
    private final Progress progress;

    WatchedSender(Sender sender, Progress progress) {
        this.sender = sender;
        this.progress = progress;
    }

    @Override
    public Exchange send(Message message) {
        progress.sent(message.method() + " " + message.path());
        Exchange exchange = sender.send(message);
        progress.answered();
        return exchange;
    }

    @Override
    public void close() {
        sender.close();
    }
}
