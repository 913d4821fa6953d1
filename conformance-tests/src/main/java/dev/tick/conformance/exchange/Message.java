package dev.tick.conformance.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request to be sent; immutable.
 *
 * @param method in capitals
 * @param path path and query below the target's base URL, percent-encoded
 * @param headers by name; nothing is added to them but what HTTP itself needs
 * @param body the JSON value that the text says, or was to say before it was broken
 * @param text the body as it is sent; empty for none
 */
public record Message(
        String method, String path, Map<String, String> headers, Optional<JsonNode> body, Optional<String> text) {
    /** Copies the headers. */
    public Message {
        headers = Map.copyOf(headers);
    }

    /** A request without a body. */
    public static Message of(String method, String path, Map<String, String> headers) {
        return new Message(method, path, headers, Optional.empty(), Optional.empty());
    }

    /** The same with this header. */
    public Message with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Message(method, path, changed, body, text);
    }

    /** The same without this header. */
    public Message without(String header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Message(method, path, changed, body, text);
    }

    /** The same with this JSON value as its body. */
    public Message withBody(JsonNode value) {
        return new Message(method, path, headers, Optional.of(value), Optional.of(value.toString()));
    }

    /** The same with this text as its body, which may be no JSON. */
    public Message withText(String value) {
        return new Message(method, path, headers, body, Optional.of(value));
    }

    /** The same with another method. */
    public Message withMethod(String other) {
        return new Message(other, path, headers, body, text);
    }

    /** The same to another path. */
    public Message to(String other) {
        return new Message(method, other, headers, body, text);
    }

    /** The bytes of the body, in UTF-8. */
    public byte[] bytes() {
        return text.orElse("").getBytes(StandardCharsets.UTF_8);
    }
}
