package dev.tick.conformance;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Work for the practice client, as the file of a task has it. */
final class PracticeWork {
    private PracticeWork() {}

    /** Returns work that submits and imports each example, lists, and removes two. */
    static JsonNode tour(Contract contract) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode work = root.putArray("work");
        examples(contract, Effect.CREATE).forEach(body -> add(work, "submit").set("body", body));
        examples(contract, Effect.CREATE_MANY)
                .forEach(body -> add(work, "import").set("body", body));
        add(work, "list");
        add(work, "delete").put("value", "192.0.2.10");
        add(work, "batch-delete").putArray("values").add("192.0.2.11");
        return root;
    }

    /** Adds a piece, and returns it. */
    static ObjectNode add(ArrayNode work, String verb) {
        return work.addObject().put("id", work.size()).put("do", verb);
    }

    static List<JsonNode> examples(Contract contract, Effect effect) {
        return contract.operation(effect).map(Operation::requestExamples).orElseThrow().values().stream()
                .toList();
    }
}
