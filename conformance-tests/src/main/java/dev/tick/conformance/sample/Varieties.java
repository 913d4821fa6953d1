package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sound submits of many kinds: as few requests as show every kind of value of every property. */
public final class Varieties {
    private final Contract contract;
    private final Resource resource;
    private final Validator validator;
    private final Samples samples;
    private final FreshValues identities;
    private final TextKinds texts;
    private final TimeKinds times;
    private final Operation create;

    Varieties(
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
        create = contract.operation(Effect.CREATE).orElseThrow();
    }

    /** Returns the varieties, in the order of the examples that they are like. */
    public List<Variety> all() {
        List<Variety> all = new ArrayList<>();
        for (Map.Entry<IdentityKinds.Shape, List<String>> shape : examples().entrySet()) {
            List<String> names = shape.getValue();
            List<Set<SampleKind>> combined = shape.getKey().combined();
            int needed = combined.isEmpty() ? 0 : Math.max(names.size(), combined.size());
            for (int i = 0; i < needed; i++) {
                add(all, names.get(i % names.size()), combined.get(i % combined.size()));
            }
        }
        return all;
    }

    private void add(List<Variety> all, String example, Set<SampleKind> kinds) {
        ObjectNode like = samples.outline(create, example);
        String identity = like.path(resource.identity()).asString("");
        like.put(resource.identity(), identities.planned(identity, kinds));
        if (isSound(create, like)) {
            Map<String, Set<SampleKind>> kindsOf = new HashMap<>(Map.of(resource.identity(), kinds));
            kindsOf.putAll(vary(create, like, varying(example), all.size()));
            all.add(new Variety(all.size(), example, resource.identity(), like, kindsOf));
        }
    }

    private Map<IdentityKinds.Shape, List<String>> examples() {
        Map<IdentityKinds.Shape, List<String>> examples = new EnumMap<>(IdentityKinds.Shape.class);
        create.requestExamples()
                .forEach((name, body) -> examples.computeIfAbsent(
                                IdentityKinds.Shape.of(
                                        body.path(resource.identity()).asString("")),
                                shape -> new ArrayList<>())
                        .add(name));
        return examples;
    }

    /** Returns the body of a variety to send; where the target holds its identity, with another one, so that nothing is updated. */
    public ObjectNode body(Variety variety) {
        String planned = variety.body().path(resource.identity()).asString("");
        return identities.isHeld(planned) ? again(variety) : variety.body();
    }

    /** Returns a body like a variety, with an identity of its own. */
    public ObjectNode again(Variety variety) {
        return identified(variety.body(), variety.kinds().getOrDefault(resource.identity(), Set.of()));
    }

    /** Returns a body like a variety's example that has the variety's value of these properties alone. */
    public ObjectNode only(Variety variety, Set<String> properties) {
        ObjectNode body = samples.fresh(create, variety.example());
        ObjectNode varied = again(variety);
        properties.forEach(property -> body.set(property, varied.path(property)));
        // A literal has no room for the run's mark.
        firstText(create)
                .filter(text -> !body.has(text))
                .ifPresent(text -> samples.distinguishing(create, text, "").ifPresent(plain -> body.set(text, plain)));
        return body;
    }

    /** Returns a body like a variety's example whose identity is of one kind. */
    public ObjectNode only(Variety variety, SampleKind kind) {
        return identified(samples.fresh(create, variety.example()), Set.of(kind));
    }

    private ObjectNode identified(ObjectNode body, Set<SampleKind> kinds) {
        String like = body.path(resource.identity()).asString("");
        return body.put(resource.identity(), identities.of(like, kinds));
    }

    /** Returns the values that a later request gives what a variety created: those that may change, and other ones. */
    public Variety next(Operation operation, Variety variety) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        variety.body().properties().stream()
                .filter(property -> takes(operation, property.getKey()))
                .forEach(property -> body.set(property.getKey(), property.getValue()));
        List<String> free = varying(variety.example()).stream()
                .filter(property -> takes(operation, property))
                .filter(property -> !resource.resubmitRules().containsKey(property))
                .toList();
        Map<String, Set<SampleKind>> kinds = vary(operation, body, free, variety.number() + 1);
        return new Variety(variety.number(), variety.example(), resource.identity(), body, kinds);
    }

    /** Gives each of these properties the kind of value whose turn it is. */
    private Map<String, Set<SampleKind>> vary(
            Operation operation, ObjectNode body, List<String> properties, int number) {
        Map<String, Set<SampleKind>> kinds = new HashMap<>();
        for (String property : properties) {
            int turn = number + properties.indexOf(property);
            List<SoundValue> values = values(operation, body, property, number);
            if (!values.isEmpty()) {
                SoundValue value = marked(operation, property, values, turn);
                if (isSound(operation, body.deepCopy().set(property, value.value()))) {
                    body.set(property, value.value());
                    kinds.put(property, Set.of(value.kind()));
                }
            }
        }
        return kinds;
    }

    /** The first text of an entity always carries the run's mark. */
    private SoundValue marked(Operation operation, String property, List<SoundValue> values, int turn) {
        SoundValue value = values.get(turn % values.size());
        boolean first = firstText(operation).filter(property::equals).isPresent();
        return first && value.kind() == SampleKind.LITERAL ? values.get((turn + 1) % values.size()) : value;
    }

    private Optional<String> firstText(Operation operation) {
        return resource.properties().stream()
                .filter(property -> takes(operation, property))
                .filter(property -> !resource.resubmitRules().containsKey(property))
                .filter(property ->
                        samples.distinguishing(operation, property, "").isPresent())
                .findFirst();
    }

    /** Returns the properties that may have another value beside those of an example. */
    private List<String> varying(String example) {
        return resource.properties().stream()
                .filter(property -> !property.equals(resource.identity()))
                .filter(property -> takes(create, property))
                .filter(property -> !decides(property))
                .filter(property -> isWelcome(example, property))
                .toList();
    }

    /** Returns whether an example has a property, or more than one other has, so that it belongs to no single kind of identity. */
    private boolean isWelcome(String example, String property) {
        long having = create.requestExamples().values().stream()
                .filter(one -> one.has(property))
                .count();
        return samples.outline(create, example).has(property) || (having > 1 && isText(property));
    }

    /** A value that decides the kind of the identity, or what a server may ask of the others. */
    private boolean decides(String property) {
        return resource.resubmitRules().containsKey(property)
                && !samples.listed(create, property).isEmpty();
    }

    private boolean isText(String property) {
        return samples.distinguishing(create, property, "").isPresent()
                || isTime(create, property)
                || !samples.listed(create, property).isEmpty();
    }

    private boolean isTime(Operation operation, String property) {
        return samples.schema(operation, property).path("format").asString("").equals("date-time");
    }

    private boolean takes(Operation operation, String property) {
        return contract.at(operation.requestSchema().orElseThrow() + "/properties")
                .has(property);
    }

    private List<SoundValue> values(Operation operation, ObjectNode body, String property, int number) {
        List<JsonNode> listed = samples.listed(operation, property);
        if (!listed.isEmpty()) {
            return listed.stream()
                    .map(value -> new SoundValue(SampleKind.LISTED, value))
                    .toList();
        }
        if (isTime(operation, property)) {
            return sound(times.varied().stream());
        }
        if (samples.schema(operation, property).path("type").toString().contains("array")) {
            return body.path(property).isArray() ? lists() : List.of();
        }
        return samples.distinguishing(operation, property, "").isPresent()
                ? sound(texts.varied(body.path(property).asString(""), number).stream())
                : List.of();
    }

    private static List<SoundValue> sound(Stream<KindOfText> texts) {
        return texts.map(one -> new SoundValue(one.kind(), JsonNodeFactory.instance.stringNode(one.text())))
                .toList();
    }

    /** Both are unsorted and have duplicates, since few examples have a list. */
    private static List<SoundValue> lists() {
        ArrayNode many = JsonNodeFactory.instance.arrayNode();
        ListItems.many().forEach(many::add);
        ArrayNode few = JsonNodeFactory.instance.arrayNode();
        Stream.of("tick-b", "Tick-A", "tick-b", " tick 'a' ", ListItems.COMMA, ListItems.SEMICOLON)
                .forEach(few::add);
        return List.of(new SoundValue(SampleKind.UNSORTED, few), new SoundValue(SampleKind.MANY_ITEMS, many));
    }

    private boolean isSound(Operation operation, JsonNode body) {
        return validator
                .body(Subject.CLIENT, operation.requestSchema().orElseThrow(), body)
                .isEmpty();
    }
}
