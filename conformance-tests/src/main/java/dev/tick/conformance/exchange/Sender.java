package dev.tick.conformance.exchange;

import java.net.URI;

/** Sends requests to a target. */
public interface Sender extends AutoCloseable {
    /** Makes the sender of a run. */
    interface Factory {
        /** A sender to the target at this base URL, which has no slash at its end. */
        Sender to(URI baseUrl);
    }

    /** Sends a request and waits for the answer; never throws for what the target does. */
    Exchange send(Message message);

    /** Ends what is still under way. */
    @Override
    void close();
}
