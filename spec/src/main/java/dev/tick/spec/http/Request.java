package dev.tick.spec.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request.
 *
 * @param origin scheme, host and port as the client named them, such as {@code http://127.0.0.1:8080}; empty for a request that is
 *     not sent yet, whose sender knows where to
 * @param method as it was sent: in capitals, unless the sender is wrong
 * @param url path and query, percent-encoded; before it is sent, below the base URL of where it goes
 * @param headers as they came, or those to be sent, to which nothing is added but what HTTP itself needs
 * @param body what it carries
 */
public record Request(String origin, String method, String url, Headers headers, Body body) {
    /** Returns a request to be sent, without a body. */
    public static Request of(String method, String url, Map<String, String> headers) {
        return new Request("", method, url, Headers.of(headers), Body.none());
    }

    /** Returns the path, without the query, percent-encoded. */
    public String path() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Returns the query without the question mark, percent-encoded; empty when there is none. */
    public String query() {
        return url.substring(Math.min(url.length(), path().length() + 1));
    }

    /** Returns the first value of this header, in whatever case; empty when there is none. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** Returns the header {@code Authorization}. */
    public Optional<String> authorization() {
        return header("Authorization");
    }

    /** Returns the header {@code Content-Type}. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }

    /** Returns the media type of the header {@code Content-Type}, in lower case and without parameters; empty when there is none. */
    public String mediaType() {
        return contentType()
                .map(value -> value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Returns a copy with this header in place of every other of that name. */
    public Request with(String name, String value) {
        return new Request(origin, method, url, headers.with(name, value), body);
    }

    /** Returns a copy without this header. */
    public Request without(String name) {
        return new Request(origin, method, url, headers.without(name), body);
    }

    /** Returns a copy with this body. */
    public Request withBody(Body other) {
        return new Request(origin, method, url, headers, other);
    }

    /** Returns a copy with this JSON value as its body. */
    public Request withBody(JsonNode value) {
        return withBody(Body.of(value));
    }

    /** Returns a copy whose body is {@linkplain Body#brokenTo broken} to this text. */
    public Request withText(String text) {
        return withBody(body.brokenTo(text));
    }

    /** Returns a copy with another method. */
    public Request withMethod(String other) {
        return new Request(origin, other, url, headers, body);
    }

    /** Returns a copy with another path and query. */
    public Request to(String other) {
        return new Request(origin, method, other, headers, body);
    }
}
