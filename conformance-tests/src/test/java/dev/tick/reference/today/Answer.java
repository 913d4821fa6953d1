package dev.tick.reference.today;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A status, its own headers, and perhaps a JSON object. */
record Answer(int status, Map<String, String> headers, Optional<ObjectNode> body) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer of(int status, ObjectNode body) {
        return new Answer(status, Map.of(), Optional.of(body));
    }

    Answer with(Map<String, String> more) {
        return new Answer(status, more, body);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Optional.empty());
    }

    static Answer notAllowed(String allowed) {
        return new Answer(405, Map.of("Allow", allowed), Optional.empty());
    }
}
