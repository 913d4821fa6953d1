package dev.tick.stub.entity;

import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of one contract that hold lists. */
public final class ListBodies {
    /** OData's (V4, JSON format, 4.5.5); a whole list has none. */
    private static final String NEXT = "@odata.nextLink";

    /** OData's (V4.01, JSON format, 4.5.4). */
    private static final String COUNT = "@odata.count";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final Resource resource;
    private final Optional<BatchResultSchema> results;

    /** Of a contract that has a resource. */
    public ListBodies(Contract contract) {
        this.contract = contract;
        resource = contract.resource().orElseThrow();
        results = BatchResultSchema.of(contract);
    }

    /**
     * A list of entities; an entity in a list carries no metadata of its own.
     *
     * @param next where the others are; empty when these are the last
     */
    public ObjectNode entities(OperationResult.Page page, Optional<String> next) {
        ObjectNode whole = answer(
                Effect.LIST, items -> page.entities().forEach(entity -> items.add(shown(entity, page.selected()))));
        whole.remove(NEXT);
        ObjectNode answer = JSON.objectNode();
        context().filter(whole::has).ifPresent(name -> answer.set(name, context(whole.path(name), page.selected())));
        page.count().ifPresent(count -> answer.put(COUNT, count));
        whole.properties().forEach(property -> answer.putIfAbsent(property.getKey(), property.getValue()));
        next.ifPresent(link -> answer.put(NEXT, link));
        return answer;
    }

    /** Empties a page of its entities, which the next page begins with. */
    public void empty(ObjectNode page, String next) {
        page.valueStream()
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .forEach(ArrayNode::removeAll);
        page.put(NEXT, next);
    }

    private Optional<String> context() {
        return contract.at(listSchema(Effect.LIST) + "/properties").properties().stream()
                .filter(property -> ServerValue.of(property.getValue()).equals(Optional.of(ServerValue.CONTEXT)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the metadata URL of a list; it names the properties where not all are given (OData V4.01, part 1, 10.8). */
    private static JsonNode context(JsonNode whole, List<String> selected) {
        return selected.isEmpty() || !whole.isString()
                ? whole
                : JSON.stringNode(whole.asString() + "(" + String.join(",", selected) + ")");
    }

    private ObjectNode shown(ObjectNode entity, List<String> selected) {
        if (selected.isEmpty()) {
            return withoutMetadata(entity);
        }
        ObjectNode some = JSON.objectNode();
        entity.properties().stream()
                .filter(property -> selected.contains(property.getKey()))
                .forEach(property -> some.set(property.getKey(), property.getValue()));
        return some;
    }

    /** Returns the body with the result of each of many. */
    public ObjectNode results(List<OperationResult.Item> items) {
        BatchResultSchema names = results.orElseThrow();
        return answer(
                Effect.CREATE_MANY,
                list -> items.forEach(item -> list.addObject()
                        .put(names.number(), item.number().orElse(null))
                        .put(names.identity(), item.identity())
                        .put(names.failed(), item.reason().isPresent())
                        .put(names.reason(), item.reason().orElse(null))));
    }

    private ObjectNode answer(Effect effect, Consumer<ArrayNode> fill) {
        String schema = listSchema(effect);
        ObjectNode answer = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property :
                contract.at(schema + "/properties").properties()) {
            if (property.getValue().path("type").asString("").equals("array")) {
                fill.accept(answer.putArray(property.getKey()));
            } else {
                JsonNode example = property.getValue().path("examples").path(0);
                answer.set(property.getKey(), example.isMissingNode() ? JSON.nullNode() : example);
            }
        }
        return answer;
    }

    private String listSchema(Effect effect) {
        return contract.operation(effect).orElseThrow().success().schema().orElseThrow();
    }

    private ObjectNode withoutMetadata(ObjectNode entity) {
        return resource.filledWith(ServerValue.CONTEXT)
                .map(name -> {
                    ObjectNode copy = entity.objectNode();
                    copy.setAll(entity);
                    copy.remove(name);
                    return copy;
                })
                .orElse(entity);
    }
}
