package dev.tick.stub.mappings;

import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.ListBodies;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Templates of what operations answer when all is well, without any state. */
final class SuccessBodies {
    /** Who calls: no token is read, so it is always the same. */
    private static final Caller CALLER = Caller.application("00000000-0000-4000-8000-000000000000");

    /** When an entity was created that was never created. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Contract contract;
    private final EntityMapping shape;
    private final ListBodies lists;
    private final Resource resource;

    SuccessBodies(Contract contract) {
        this.contract = contract;
        shape = new EntityMapping(contract);
        lists = new ListBodies(contract);
        resource = contract.resource().orElseThrow();
    }

    /** The template of an operation's body; empty for one that the contract says nothing of. */
    String of(Operation operation) {
        Optional<Effect> effect = operation.effect();
        if (effect.isEmpty()) {
            return example(operation)
                    .map(one -> ResponseTemplate.literal(one).toString())
                    .orElse("");
        }
        return switch (effect.get()) {
            case CREATE -> created().toString();
            case LIST ->
                ResponseTemplate.literal(
                                example(operation).orElseGet(() -> lists.entities(List.of(entity()), Optional.empty())))
                        .toString();
            case READ -> found(operation).toString();
            case CHANGE -> changed(found(operation)).toString();
            case CREATE_MANY ->
                ResponseTemplate.results(
                        lists.results(List.of()),
                        list(operation),
                        resource.identity(),
                        BatchResultSchema.of(contract).orElseThrow());
            case REMOVE, REMOVE_MANY -> "";
        };
    }

    private ObjectNode created() {
        ObjectNode created = shape.sample(JsonNodeFactory.instance.objectNode(), CALLER, LONG_AGO);
        for (String name : resource.properties()) {
            Optional<ServerValue> filling =
                    Optional.ofNullable(resource.serverValues().get(name));
            JsonNode value = created.path(name);
            created.set(
                    name,
                    filling.isEmpty()
                            ? ResponseTemplate.given(name, value)
                            : filling.get() == ServerValue.TIME
                                    ? ResponseTemplate.now()
                                    : ResponseTemplate.literal(value));
        }
        return created;
    }

    /** Returns the example entity under the identity that the path names. */
    private ObjectNode found(Operation operation) {
        ObjectNode found =
                literals(example(operation).map(ObjectNode.class::cast).orElseGet(this::entity));
        found.set(resource.identity(), ResponseTemplate.pathValue(operation.path()));
        return found;
    }

    /** The property of the request that holds what is submitted together. */
    private String list(Operation operation) {
        return contract.at(operation.requestSchema().orElseThrow() + "/properties")
                .propertyStream()
                .filter(property -> property.getValue().has("items"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode changed(ObjectNode found) {
        shape.changeable().stream()
                .filter(found::has)
                .forEach(name -> found.set(name, ResponseTemplate.submitted(name, found.path(name))));
        return found;
    }

    /** Returns the entity that the first example of a submit creates. */
    private ObjectNode entity() {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        JsonNode submitted =
                create.requestExamples().values().stream().findFirst().orElse(JsonNodeFactory.instance.objectNode());
        return shape.sample(submitted, CALLER, LONG_AGO);
    }

    /** Of the documented answers the longest, since an empty list shows nothing. */
    private Optional<JsonNode> example(Operation operation) {
        return contract.at(operation.success().pointer() + "/content/application~1json/examples")
                .valueStream()
                .map(example -> example.path("value"))
                .max(Comparator.comparing(value -> value.toString().length()));
    }

    private static ObjectNode literals(ObjectNode object) {
        ObjectNode literals = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(one -> literals.set(one.getKey(), ResponseTemplate.literal(one.getValue())));
        return literals;
    }
}
