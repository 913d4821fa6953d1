package dev.tick.stub.http;

import dev.tick.spec.http.Response;

/**
 * A response on its way to the client.
 *
 * @param response what is sent
 * @param delivery how its bytes reach the client
 */
public record Transmission(Response response, Delivery delivery) {
    /** Sends a response at once and whole. */
    public Transmission(Response response) {
        this(response, new Delivery.Whole());
    }
}
