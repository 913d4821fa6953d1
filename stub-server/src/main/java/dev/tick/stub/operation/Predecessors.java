package dev.tick.stub.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The last submitted item, from which a fault fills in what the next one leaves out; safe for use by several threads. */
final class Predecessors {
    private static final String LAST = "last";

    private final Map<String, JsonNode> items = new ConcurrentHashMap<>();

    /** Returns a copy in which each of these properties that is missing has the value of the one before. */
    ObjectNode filled(ObjectNode item, List<String> properties) {
        ObjectNode filled = item.deepCopy();
        JsonNode before = Optional.ofNullable(items.put(LAST, item)).orElseGet(JsonNodeFactory.instance::objectNode);
        before.properties().stream()
                .filter(one -> properties.contains(one.getKey()) && !filled.has(one.getKey()))
                .forEach(one -> filled.set(one.getKey(), one.getValue()));
        return filled;
    }

    /** Fills in one item after the other. */
    List<JsonNode> filled(List<JsonNode> items, List<String> properties) {
        List<JsonNode> filled = new ArrayList<>();
        items.forEach(item -> filled.add(item instanceof ObjectNode object ? filled(object, properties) : item));
        return filled;
    }
}
