package dev.tick.conformance.client;

import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.WorkOrder;
import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pieces of work of a scenario, and the file that tells a client of them. */
final class WorkList {
    private static final JsonNode NONE = JsonNodeFactory.instance.missingNode();

    private final Contract contract;
    private final String identity;
    private final List<Piece> pieces = new ArrayList<>();

    WorkList(Contract contract, ClientScenario scenario) {
        this.contract = contract;
        identity = contract.resource().orElseThrow().identity();
        scenario.work().forEach(this::add);
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** Returns the text of the file. */
    String json(String scenario) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("scenario", scenario);
        ArrayNode work = root.putArray("work");
        for (Piece piece : pieces) {
            ObjectNode one = work.addObject();
            one.put("id", piece.id());
            one.put("do", FieldType.spelled(piece.verb()));
            if (piece.verb() == WorkVerb.BATCH_DELETE) {
                piece.values().forEach(one.putArray("values")::add);
            } else if (piece.verb().needsSubmitted()) {
                one.put("value", piece.values().get(0));
            }
            if (!piece.body().isMissingNode()) {
                one.set("body", piece.body());
            }
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void add(WorkOrder order) {
        switch (order.verb()) {
            case SUBMIT, IMPORT ->
                examples(order.verb().effect(), order.examples())
                        .forEach(body -> add(order.verb(), identities(body), body));
            case LIST -> add(order.verb(), List.of(), NONE);
            case READ, DELETE -> submitted(order).forEach(value -> add(order.verb(), List.of(value), NONE));
            case BATCH_DELETE -> add(order.verb(), submitted(order), NONE);
            case CHANGE -> {
                JsonNode body = examples(Effect.CHANGE, List.of(order.change().orElseThrow()))
                        .get(0);
                submitted(order).forEach(value -> add(order.verb(), List.of(value), body));
            }
        }
    }

    private void add(WorkVerb verb, List<String> values, JsonNode body) {
        pieces.add(new Piece(pieces.size() + 1, verb, values, body));
    }

    private List<JsonNode> examples(Effect effect, List<String> names) {
        Map<String, JsonNode> examples =
                contract.operation(effect).map(Operation::requestExamples).orElseThrow();
        return names.isEmpty()
                ? List.copyOf(examples.values())
                : names.stream()
                        .map(name -> Optional.ofNullable(examples.get(name)).orElseThrow())
                        .toList();
    }

    private List<String> submitted(WorkOrder order) {
        return examples(Effect.CREATE, order.examples()).stream()
                .flatMap(body -> identities(body).stream())
                .toList();
    }

    /** Returns the identities in a body: its own, or those of the items of its list. */
    private List<String> identities(JsonNode body) {
        return body.has(identity) ? List.of(body.get(identity).asString("")) : body.findValuesAsString(identity);
    }
}
