package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Example;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The lines of the values in an example's JSON body. */
final class JsonLines {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final int first;
    private final Map<String, Integer> lines = new HashMap<>();

    private JsonLines(int first) {
        this.first = first;
    }

    /** Takes a body that is known to be JSON. */
    static JsonLines of(Example.Body body) {
        JsonLines found = new JsonLines(body.line());
        try (JsonParser parser = MAPPER.createParser(body.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                found.lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        body.line() + parser.currentTokenLocation().getLineNr() - 1);
            }
        }
        return found;
    }

    /** Returns the line of the value at a JSON pointer; the first line of the body if there is none. */
    int of(String pointer) {
        return lines.getOrDefault(pointer, first);
    }
}
