package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sound values of a property, of many kinds; derived from its schema, and kept where the validator has nothing against them. */
public final class ValueKinds {
    private final Contract contract;
    private final Resource resource;
    private final Validator validator;
    private final Samples samples;
    private final FreshValues identities;
    private final TextKinds texts;
    private final TimeKinds times;

    ValueKinds(
            Contract contract,
            Resource resource,
            Validator validator,
            Samples samples,
            FreshValues identities,
            TextKinds texts,
            TimeKinds times) {
        this.contract = contract;
        this.resource = resource;
        this.validator = validator;
        this.samples = samples;
        this.identities = identities;
        this.texts = texts;
        this.times = times;
    }

    /**
     * Returns the sound values of a property in a body of an operation, one of each kind; for an enumeration, each value that fits the
     * rest of the body. An identity is another one each time.
     */
    public List<SoundValue> of(Operation operation, ObjectNode body, String property) {
        return proposed(operation, body, property).stream()
                .filter(one -> isSound(operation, body, property, one.value()))
                .toList();
    }

    /** Returns the sound value of one kind; empty where the property has none. */
    public Optional<JsonNode> of(Operation operation, ObjectNode body, String property, SampleKind kind) {
        return first(operation, body, property, one -> one.kind() == kind);
    }

    /** Returns the sound value of this name; empty where the property has none. */
    public Optional<JsonNode> named(Operation operation, ObjectNode body, String property, String name) {
        return first(operation, body, property, one -> one.name().equals(name));
    }

    private Optional<JsonNode> first(
            Operation operation, ObjectNode body, String property, Predicate<SoundValue> wanted) {
        return proposed(operation, body, property).stream()
                .filter(wanted)
                .map(SoundValue::value)
                .filter(value -> isSound(operation, body, property, value))
                .findFirst();
    }

    private boolean isSound(Operation operation, ObjectNode body, String property, JsonNode value) {
        ObjectNode changed = body.deepCopy();
        changed.set(property, value);
        return validator
                .body(Subject.CLIENT, operation.requestSchema().orElseThrow(), changed)
                .isEmpty();
    }

    private List<SoundValue> proposed(Operation operation, ObjectNode body, String property) {
        JsonNode current = body.path(property);
        if (property.equals(resource.identity())) {
            return identities.kinds(current.asString("")).stream()
                    .map(one -> text(one.kind(), one.text()))
                    .toList();
        }
        List<JsonNode> listed = samples.listed(operation, property);
        if (!listed.isEmpty()) {
            return listed.stream()
                    .map(value -> new SoundValue(SampleKind.LISTED, value))
                    .toList();
        }
        JsonNode schema = samples.schema(operation, property);
        List<String> types = types(schema);
        if (schema.path("format").asString("").equals("date-time")) {
            return times.all().stream().map(one -> text(one.kind(), one.text())).toList();
        }
        if (types.contains("boolean")) {
            return List.of(
                    new SoundValue(SampleKind.TRUE, JsonNodeFactory.instance.booleanNode(true)),
                    new SoundValue(SampleKind.FALSE, JsonNodeFactory.instance.booleanNode(false)));
        }
        if (types.contains("array")) {
            return isListOfTexts(operation, property) ? lists() : List.of();
        }
        return samples.distinguishing(operation, property, "").isPresent()
                ? texts.like(current.asString("")).stream()
                        .map(one -> text(one.kind(), one.text()))
                        .toList()
                : List.of();
    }

    private boolean isListOfTexts(Operation operation, String property) {
        String pointer =
                operation.requestSchema().orElseThrow() + "/properties/" + LocatedDocument.segment(property) + "/items";
        return contract.at(pointer).path("type").asString("").equals("string")
                && contract.at(pointer).size() == 1;
    }

    private static List<SoundValue> lists() {
        return List.of(
                list(SampleKind.UNSORTED, "tick-b", "tick-a", "tick-b", "Tick-A", ListItems.COMMA, ListItems.SEMICOLON),
                list(SampleKind.EMPTY_LIST),
                list(SampleKind.ONE_ITEM, "tick-a"),
                list(SampleKind.MANY_ITEMS, ListItems.many().toArray(String[]::new)));
    }

    private static SoundValue list(SampleKind kind, String... items) {
        List<JsonNode> texts = new ArrayList<>();
        Stream.of(items).forEach(item -> texts.add(JsonNodeFactory.instance.stringNode(item)));
        return new SoundValue(kind, JsonNodeFactory.instance.arrayNode().addAll(texts));
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString(""));
    }

    private static SoundValue text(SampleKind kind, String value) {
        return new SoundValue(kind, JsonNodeFactory.instance.stringNode(value));
    }
}
