package dev.tick.stub.http;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Response;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes responses with the headers that the service and the identity provider send. */
public final class Responses {
    /** The content type that was recorded from the service. */
    private static final String ODATA_JSON =
            "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    private static final Headers ODATA =
            Headers.of(Map.of("Content-Type", ODATA_JSON)).with("OData-Version", "4.0");

    private Responses() {}

    /** Returns a response of the service with this body. */
    public static Response odata(int status, JsonNode body) {
        return new Response(status, ODATA, Body.of(body));
    }

    /** Returns a response of the service with a bare number, which OData sends as plain text (V4.01, part 1, 11.2.10). */
    public static Response number(int status, long number) {
        return new Response(
                        status,
                        Headers.of(Map.of("Content-Type", "text/plain; charset=utf-8")),
                        Body.of(String.valueOf(number)))
                .with("OData-Version", "4.0");
    }

    /** Returns a response of the service without a body. */
    public static Response empty(int status) {
        return bare(status).with("OData-Version", "4.0");
    }

    /** Returns a response as an identity provider gives it, not to be stored (RFC 6749, section 5.1). */
    public static Response json(int status, JsonNode body) {
        return new Response(
                        status, Headers.of(Map.of("Content-Type", "application/json; charset=utf-8")), Body.of(body))
                .with("Cache-Control", "no-store");
    }

    /** Returns a response without headers and without a body. */
    public static Response bare(int status) {
        return new Response(status, Headers.none(), Body.none());
    }

    /** Returns the response to a method that is not allowed, without a body. */
    public static Response methodNotAllowed(String allowed) {
        return bare(405).with("Allow", allowed);
    }
}
