package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.net.URI;

/** Sends requests to a target. */
public interface Sender extends AutoCloseable {
    /** Creates the sender of a run. */
    interface Factory {
        /** Returns a sender to the target at this base URL, which has no slash at its end. */
        Sender to(URI baseUrl);
    }

    /**
     * Sends a request and waits for the response; a missing response is an exchange with a failure, not an exception.
     *
     * @throws QuotaException when the target's quota is used up
     * @throws StoppedException when nothing more can be sent
     */
    Exchange send(Request request);

    /** Ends the exchanges that are still under way. */
    @Override
    void close();
}
