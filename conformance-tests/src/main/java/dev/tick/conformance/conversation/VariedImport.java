package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.conformance.sample.Varieties;
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
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();

    VariedImport(Conversation conversation) {
        this.conversation = conversation;
        varieties = conversation.samples().varieties();
        create = conversation.operation(Effect.CREATE);
    }

    /** Sends all items together. */
    public Exchange whole() {
        return send("", this::items);
    }

    /** Returns the names of the items, in their order; none before they were sent. */
    public List<String> names() {
        return List.copyOf(items.keySet());
    }

    /** Sends the items of these names. */
    public Exchange part(List<String> names) {
        return send(" " + String.join(", ", names), () -> {
            Map<String, ObjectNode> part = new LinkedHashMap<>(items);
            part.keySet().retainAll(names);
            return part;
        });
    }

    private Map<String, ObjectNode> items() {
        conversation.requests().examples(create).stream()
                .filter(conversation::takes)
                .forEach(example -> add(example, () -> conversation.samples().fresh(create, example)));
        conversation.varied().all().stream()
                .filter(conversation.varied()::isThere)
                .forEach(variety -> add(variety.name(), () -> varieties.again(variety)));
        return items;
    }

    /** Of few values there may be no other one for the batch. */
    private void add(String name, Supplier<ObjectNode> item) {
        try {
            items.put(name, item.get());
        } catch (NoFreshValueException e) {
            items.remove(name);
        }
    }

    private Exchange send(String name, Supplier<Map<String, ObjectNode>> sent) {
        Operation operation = conversation.operation(Effect.CREATE_MANY);
        return conversation.exchange("import varied" + name, () -> {
            ObjectNode body = (ObjectNode) conversation
                    .soundRequest(operation, conversation.example(operation))
                    .body()
                    .json()
                    .deepCopy();
            ArrayNode list = body.putArray(Body.listName(body).orElseThrow());
            sent.get().values().forEach(list::add);
            return conversation.requests().bare(operation, "").withBody(body);
        });
    }
}
