package dev.tick.conformance.check;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What bodies hold, whatever their names. */
final class Bodies {
    private Bodies() {}

    /** The name of the only list in a body; empty where there is none. */
    static Optional<String> list(JsonNode body) {
        return body.properties().stream()
                .filter(property -> property.getValue().isArray())
                .map(property -> property.getKey())
                .findFirst();
    }

    /** The items of the only list in a body; none where there is no list. */
    static List<JsonNode> items(JsonNode body) {
        return list(body).map(name -> body.path(name).valueStream().toList()).orElse(List.of());
    }
}
