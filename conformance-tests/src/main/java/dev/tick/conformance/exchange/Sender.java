package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.net.URI;
import java.util.function.Supplier;

/** Sends requests to a target. Not thread-safe. */
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

    /**
     * Starts an exchange, so that others can be in flight beside it. A sender that knows no other way sends the request when the
     * exchange is asked for.
     *
     * @return waits for the response, like {@link #send}; to be called once
     */
    default Supplier<Exchange> start(Request request) {
        return () -> send(request);
    }

    /** Ends the exchanges that are still under way. */
    @Override
    void close();
}
