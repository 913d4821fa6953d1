package dev.tick.stub.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the stub.
 *
 * @param status the status code
 * @param headers by name, in the order in which they are sent
 * @param body the bytes of the body
 * @param delivery how they reach the client
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read where it was made.
public record Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    /** As recorded from the service. */
    private static final String ODATA_JSON =
            "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";

    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

    /** Copies the headers. */
    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** An answer that is delivered at once. */
    public Reply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, new Delivery.Whole());
    }

    /** An answer as the service gives it. */
    public static Reply odata(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", ODATA_JSON), bytes(body)).with("OData-Version", "4.0");
    }

    /** An answer as the service gives it where there is nothing to say. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of("OData-Version", "4.0"), new byte[0]);
    }

    /** An answer as an identity provider gives it, not to be stored (RFC 6749, section 5.1). */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), bytes(body))
                .with("Cache-Control", "no-store");
    }

    /** The same with another status. */
    public Reply withStatus(int other) {
        return new Reply(other, headers, body, delivery);
    }

    /** The same with this header. */
    public Reply with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Reply(status, changed, body, delivery);
    }

    /** The same without this header, in whatever case it was written. */
    public Reply without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.keySet().removeIf(name::equalsIgnoreCase);
        return new Reply(status, changed, body, delivery);
    }

    /** The same with these bytes. */
    public Reply withBody(byte[] other) {
        return new Reply(status, headers, other, delivery);
    }

    /** The same with this JSON value. */
    public Reply withBody(JsonNode other) {
        return new Reply(status, headers, bytes(other), delivery);
    }

    /** The same, delivered so. */
    public Reply by(Delivery other) {
        return new Reply(status, headers, body, other);
    }

    private static byte[] bytes(JsonNode body) {
        // UTF-8 has no bytes for half a surrogate pair; as an escape it comes back as it was sent.
        return HALF_PAIR
                .matcher(body.toString())
                .replaceAll(
                        half -> String.format("\\\\u%04x", (int) half.group().charAt(0)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
