package dev.tick.reference.first;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: its JSON is null when it has no body. */
public record Reply(int status, Map<String, String> headers, Map<String, Object> json) {

    public static Reply of(int status, Map<String, Object> json) {
        return new Reply(status, Map.of(), json);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, json);
    }
}
