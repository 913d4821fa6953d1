package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.Samples;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the requests of a contract with the sound token; sends nothing. */
public final class Requests {
    private static final int UNUSED = Integer.parseInt(Samples.UNUSED_NUMBER);

    private final Contract contract;
    private final Resource resource;
    private final Target target;
    private final Samples samples;

    Requests(Contract contract, Resource resource, Target target, Samples samples) {
        this.contract = contract;
        this.resource = resource;
        this.target = target;
        this.samples = samples;
    }

    /** Returns the names of an operation's sound requests; one that carries no body has one, without a name of its own. */
    public List<String> examples(Operation operation) {
        return operation.requestExamples().isEmpty()
                ? List.of(samples.firstExample())
                : List.copyOf(operation.requestExamples().keySet());
    }

    /** Returns whether an example of an operation has a property. */
    public boolean sends(Operation operation, String example, String property) {
        return Optional.ofNullable(operation.requestExamples().get(example))
                .filter(body -> body.has(property))
                .isPresent();
    }

    /** Returns a request without a body; the address stands in its path, where that has a parameter. */
    public Request bare(Operation operation, String address) {
        String authorization = "Bearer " + target.token(TokenKind.SOUND).orElse("");
        Request request =
                Request.of(operation.method(), operation.pathFor(address), Map.of("Authorization", authorization));
        return operation.requestSchema().isPresent() ? request.with("Content-Type", "application/json") : request;
    }

    /** Returns a request with a body like this example, with values of its own where it creates. */
    Request like(Operation operation, String address, String example) {
        return bare(operation, address).withBody(samples.fresh(operation, example));
    }

    /**
     * Returns the body with entities of their own in place of those that the contract's examples name.
     *
     * @param address gives the address of another entity each time
     */
    ObjectNode addressed(Operation operation, ObjectNode body, Supplier<String> address) {
        Set<String> named = operation.requestExamples().values().stream()
                .flatMap(example -> Body.items(example).stream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        Map<String, String> there = new HashMap<>();
        ObjectNode changed = body.deepCopy();
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (property.getValue().isNumber()) {
                changed.put(property.getKey(), UNUSED);
            }
            if (property.getValue().isArray()) {
                ArrayNode items = changed.putArray(property.getKey());
                property.getValue()
                        .forEach(item -> items.add(
                                item.isString() && named.contains(item.asString())
                                        ? JsonNodeFactory.instance.stringNode(
                                                there.computeIfAbsent(item.asString(), key -> address.get()))
                                        : harmless(item)));
            }
        }
        return changed;
    }

    /** Returns an item, or the number of no entity in place of another: a server that takes numbers for texts would remove that one. */
    private static JsonNode harmless(JsonNode item) {
        return item.isNumber() ? JsonNodeFactory.instance.numberNode(UNUSED) : item;
    }

    /** Returns a body like this example in which every value differs, and the first free text holds the given one. */
    public ObjectNode otherBody(Operation operation, String example, String text) {
        ObjectNode body = samples.fresh(operation, example);
        for (String property : List.copyOf(body.propertyNames())) {
            body.set(property, samples.other(operation, body, property));
        }
        for (String property : properties(operation)) {
            Optional<JsonNode> marked = samples.distinguishing(operation, property, text);
            if (marked.isPresent()) {
                body.set(property, marked.get());
                break;
            }
        }
        return body;
    }

    /**
     * Returns a body that is like an example but for one defect, with a text of its own in every other property that takes any: what a
     * refused request applies in part is known by it.
     *
     * @param text part of each of these texts
     */
    public ObjectNode marked(Operation operation, String example, ObjectNode defective, String text) {
        ObjectNode sound = samples.fresh(operation, example);
        ObjectNode marked = defective.deepCopy();
        if (!defective.isEmpty()) {
            properties(operation).stream()
                    .filter(property -> defective.path(property).equals(sound.path(property)))
                    .forEach(property -> samples.distinguishing(operation, property, text)
                            .ifPresent(value -> marked.set(property, value)));
        }
        return marked;
    }

    /**
     * Returns a property of an operation's request that takes any text, at the first submit and at every other.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String freeText(Operation operation) {
        return properties(operation).stream()
                .filter(property -> !resource.resubmitRules().containsKey(property))
                .filter(property ->
                        samples.distinguishing(operation, property, "").isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(operation.id() + " takes no free text"));
    }

    private List<String> properties(Operation operation) {
        return List.copyOf(contract.at(operation.requestSchema().orElseThrow() + "/properties")
                .propertyNames());
    }
}
