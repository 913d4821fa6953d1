package dev.tick.stub.fault;

import dev.tick.spec.document.Pointers;
import dev.tick.spec.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes one value in the body of a response. */
final class BodyEdits {
    private BodyEdits() {}

    /** Edits a property; in a body with a list, in every item that has it; a property that nothing has is added to the body. */
    static Response altered(Response response, String pointer, Function<JsonNode, Optional<JsonNode>> change) {
        if (response.body().problem().isPresent()) {
            return response;
        }
        JsonNode body = response.json().deepCopy();
        List<JsonNode> items = body.valueStream()
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .toList();
        if (items.stream().anyMatch(item -> !item.at(pointer).isMissingNode())) {
            items.forEach(item -> alter(item, pointer, change));
        } else {
            alter(body, pointer, change);
        }
        return response.withBody(body);
    }

    private static void alter(JsonNode root, String pointer, Function<JsonNode, Optional<JsonNode>> change) {
        String name = Pointers.name(pointer);
        JsonNode parent = root.at(Pointers.parent(pointer));
        Optional<JsonNode> value = change.apply(root.at(pointer));
        if (parent instanceof ObjectNode object) {
            value.ifPresentOrElse(other -> object.set(name, other), () -> object.remove(name));
        } else if (parent instanceof ArrayNode array && value.isPresent()) {
            array.set(Integer.parseInt(name), value.get());
        }
    }
}
