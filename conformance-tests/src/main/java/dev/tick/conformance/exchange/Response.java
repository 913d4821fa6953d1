package dev.tick.conformance.exchange;

import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An answer as it came.
 *
 * @param status the status code
 * @param reason the phrase behind it, which says nothing to a client (RFC 9112, section 4); empty where there is none
 * @param headers values by name in lower case
 * @param body the bytes of the body
 * @param json the body as JSON, read once and never to be changed; missing when it is none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read where it was made.
public record Response(int status, String reason, Map<String, List<String>> headers, byte[] body, JsonNode json) {
    /** Copies the headers. */
    public Response {
        Map<String, List<String>> lower = new HashMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lower);
    }

    /** An answer of these bytes, without a reason phrase. */
    public Response(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, "", headers, body);
    }

    /** An answer of these bytes. */
    public Response(int status, String reason, Map<String, List<String>> headers, byte[] body) {
        this(status, reason, headers, body, read(body));
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.read(body);
        } catch (NotJsonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
