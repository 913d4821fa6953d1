package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.Varieties;
import dev.tick.conformance.sample.Variety;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The batch of all that the target took alone: every example and every variety, with identities of their own. */
public final class VariedImport {
    private final Conversation conversation;
    private final Varieties varieties;
    private final Operation create;

    VariedImport(Conversation conversation) {
        this.conversation = conversation;
        varieties = conversation.samples().varieties();
        create = conversation.operation(Effect.CREATE);
    }

    /** Sends all items together. */
    public Exchange whole() {
        return send("", () -> parts().values().stream().map(Supplier::get).toList());
    }

    /** Returns the names of the items, in their order. */
    public List<String> names() {
        return List.copyOf(parts().keySet());
    }

    /** Sends the items of these names. */
    public Exchange part(List<String> names) {
        return send(" " + String.join(", ", names), () -> {
            Map<String, Supplier<ObjectNode>> parts = parts();
            parts.keySet().retainAll(names);
            return parts.values().stream().map(Supplier::get).toList();
        });
    }

    private Map<String, Supplier<ObjectNode>> parts() {
        Map<String, Supplier<ObjectNode>> parts = new LinkedHashMap<>();
        conversation.requests().examples(create).stream()
                .filter(example -> conversation.succeeded(create, conversation.create(example)))
                .forEach(example ->
                        parts.put(example, () -> conversation.samples().fresh(create, example)));
        for (Variety variety : conversation.varied().all()) {
            if (conversation.varied().isThere(variety)) {
                parts.put(variety.name(), () -> varieties.again(variety));
            }
        }
        return parts;
    }

    private Exchange send(String name, Supplier<List<ObjectNode>> items) {
        Operation operation = conversation.operation(Effect.CREATE_MANY);
        return conversation.exchange("import varied" + name, () -> {
            ObjectNode body = (ObjectNode) conversation
                    .soundRequest(operation, conversation.example(operation))
                    .body()
                    .json()
                    .deepCopy();
            ArrayNode list = body.putArray(Body.listName(body).orElseThrow());
            items.get().forEach(list::add);
            return conversation.requests().bare(operation, "").withBody(body);
        });
    }
}
