package dev.tick.spec.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A response.
 *
 * @param status the status code
 * @param reason the phrase behind it, which says nothing to a client (RFC 9112, section 4); empty where there is none
 * @param headers as they came, or those to be sent
 * @param body what it carries
 */
public record Response(int status, String reason, Headers headers, Body body) {
    /** Returns a response without a reason phrase. */
    public Response(int status, Headers headers, Body body) {
        this(status, "", headers, body);
    }

    /** Returns a response of these bytes, without a reason phrase. */
    public Response(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, "", Headers.ofAll(headers), Body.of(body));
    }

    /** Returns the first value of this header, in whatever case; empty when there is none. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** Returns the body as JSON, never to be changed; a missing node when it is none. */
    public JsonNode json() {
        return body.json();
    }

    /** Returns a copy with another status. */
    public Response withStatus(int other) {
        return new Response(other, reason, headers, body);
    }

    /** Returns a copy with this header in place of every other of that name. */
    public Response with(String name, String value) {
        return new Response(status, reason, headers.with(name, value), body);
    }

    /** Returns a copy without this header. */
    public Response without(String name) {
        return new Response(status, reason, headers.without(name), body);
    }

    /** Returns a copy with this body. */
    public Response withBody(Body other) {
        return new Response(status, reason, headers, other);
    }

    /** Returns a copy with this JSON value as its body. */
    public Response withBody(JsonNode value) {
        return withBody(Body.of(value));
    }
}
