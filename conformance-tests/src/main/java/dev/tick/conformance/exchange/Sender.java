package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.net.URI;

/** Sends requests to a target. */
public interface Sender extends AutoCloseable {
    /** Makes the sender of a run. */
    interface Factory {
        /** A sender to the target at this base URL, which has no slash at its end. */
        Sender to(URI baseUrl);
    }

    /** Sends a request and waits for the answer; never throws for what one answer says, nor for none. */
    Exchange send(Request request);

    /** Ends what is still under way. */
    @Override
    void close();
}
