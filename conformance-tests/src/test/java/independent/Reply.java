package independent;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: its JSON is null when it has no body. */
record Reply(int status, Map<String, String> headers, Map<String, Object> json) {

    static Reply of(int status, Map<String, Object> json) {
        return new Reply(status, Map.of(), json);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, json);
    }
}
