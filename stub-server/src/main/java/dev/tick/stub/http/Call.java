package dev.tick.stub.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached the stub.
 *
 * @param origin scheme, host and port as the client named them, such as {@code http://127.0.0.1:8080}
 * @param method in capitals
 * @param url path and query as they came, percent-encoded
 * @param headers the first value of each, by name in lower case
 * @param body the bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read where it was made.
public record Call(String origin, String method, String url, Map<String, String> headers, byte[] body) {
    /** Copies the headers. */
    public Call {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableMap(lower);
    }

    /** The header of this name, in whatever case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The header {@code Authorization}. */
    public Optional<String> authorization() {
        return header("Authorization");
    }

    /** The header {@code Content-Type}. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }

    /** The path as it came, without the query. */
    public String path() {
        return url.split("\\?", 2)[0];
    }

    /** The query as it came, without the question mark; empty when there is none. */
    public String query() {
        return url.substring(Math.min(url.length(), path().length() + 1));
    }
}
