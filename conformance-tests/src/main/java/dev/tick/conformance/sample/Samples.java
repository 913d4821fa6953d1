package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sound request bodies: the contract's examples with a fresh identity, future timestamps, and the run's id in every free
 * text. Every value is reserved for documentation or tests.
 */
public final class Samples {
    /** The number of no entity: below 2^31, since nobody says how wide a number is. */
    public static final String UNUSED_NUMBER = "2147483646";

    private static final Pattern URL = Pattern.compile("[a-z]+://\\S+");
    private static final String MIDNIGHT = "T00:00:00Z";
    private static final int DATE_LENGTH = "2030-12-12".length();

    private final Contract contract;
    private final Resource resource;
    private final Validator validator;
    private final FreshValues values;
    private final String run;
    private final String mark;
    private final Clock clock;
    private final NearEnds ends;
    private final Horizon horizon;

    /** Creates the samples of one run, whatever their ends. */
    public Samples(
            Contract contract,
            Resource resource,
            Validator validator,
            String run,
            Clock clock,
            Function<String, Availability> availability) {
        this(contract, resource, validator, run, clock, availability, Horizon.FAR);
    }

    /**
     * Creates the samples of one run.
     *
     * @param availability tells whether the target holds an identity; asked where few are reserved
     * @param horizon within which they end
     */
    public Samples(
            Contract contract,
            Resource resource,
            Validator validator,
            String run,
            Clock clock,
            Function<String, Availability> availability,
            Horizon horizon) {
        this.horizon = horizon;
        this.contract = contract;
        this.resource = resource;
        this.validator = validator;
        this.clock = clock;
        ends = new NearEnds(clock);
        values = new FreshValues(run, availability);
        this.run = run;
        mark = " [tick " + run + "]";
    }

    /**
     * Returns a sound body like this example of the operation.
     *
     * @throws NoFreshValueException when the target holds all values that could be drawn
     */
    public ObjectNode fresh(Operation operation, String example) {
        return fresh(operation, example, values::like);
    }

    /** Returns the sound values of each property, by their kind. */
    public ValueKinds kinds() {
        return new ValueKinds(
                contract, resource, validator, this, values, new TextKinds(mark), new TimeKinds(clock, ends, horizon));
    }

    /** Returns sound submits in which the properties have values of many kinds. */
    public Varieties varieties() {
        return new Varieties(
                contract, resource, validator, this, values, new TextKinds(mark), new TimeKinds(clock, ends, horizon));
    }

    /** Returns a body like {@link #fresh}, with the example's own identities: sound in form, and not to be sent. */
    public ObjectNode outline(Operation operation, String example) {
        return fresh(operation, example, List::of);
    }

    private ObjectNode fresh(Operation operation, String example, Function<String, List<String>> identities) {
        ObjectNode body = (ObjectNode) example(operation, example).deepCopy();
        for (Map.Entry<String, JsonNode> property : body.deepCopy().properties()) {
            body.set(property.getKey(), fresh(operation, body, property.getKey(), identities));
        }
        return operation.effect().equals(Optional.of(Effect.CREATE)) ? ended(body) : body;
    }

    /** Returns a submit; it gets an end where none may be without. */
    public ObjectNode ended(ObjectNode submit) {
        resource.expiration()
                .filter(property -> horizon == Horizon.BOUND && !submit.has(property))
                .ifPresent(property -> submit.put(property, ends.at(MIDNIGHT)));
        return submit;
    }

    /** Returns the first example whose identity is a URL; empty where there is none. */
    public Optional<String> exampleOfUrl(Operation create) {
        return create.requestExamples().entrySet().stream()
                .filter(example -> IdentityKinds.Shape.of(identity(example.getValue())) == IdentityKinds.Shape.URL)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns a URL with this path, below a host that nothing else of this run has. */
    public String freshUrl(String path) {
        return values.url(path);
    }

    /** Returns a copy of a body with an identity that was derived from one of this run's. */
    public ObjectNode identified(JsonNode body, String identity) {
        return ((ObjectNode) body.deepCopy()).put(resource.identity(), values.drawn(identity));
    }

    /** Returns whether an identity was drawn by this run; one that a row names may be another run's as well. */
    public boolean isDrawn(String identity) {
        return values.isDrawn(identity);
    }

    /** Returns whether an identity was drawn although nobody could tell whether the target holds it. */
    public boolean isDoubtful(String identity) {
        return values.isDoubtful(identity);
    }

    /** Returns the name of the create operation's first example, used when only the existence of an entity matters. */
    public String firstExample() {
        return contract.operation(Effect.CREATE)
                .orElseThrow()
                .requestExamples()
                .keySet()
                .iterator()
                .next();
    }

    /** Returns an identity that nobody submitted. */
    public String unused() {
        return identity(fresh(contract.operation(Effect.CREATE).orElseThrow(), firstExample()));
    }

    /** Returns a sound body for an operation; where it has no example, one of the operation that creates. */
    public ObjectNode sent(Operation operation, String example) {
        return operation.requestSchema().isPresent()
                ? fresh(operation, example)
                : fresh(contract.operation(Effect.CREATE).orElseThrow(), firstExample());
    }

    /** Returns a text for a property that distinguishes one request from every other; empty where the schema takes no free text. */
    public Optional<JsonNode> distinguishing(Operation operation, String property, String name) {
        JsonNode schema = schema(operation, property);
        return isFree(schema) && !property.equals(resource.identity())
                ? Optional.of(text("Refused: " + name + mark))
                : Optional.empty();
    }

    /** Returns a sound item like this one for a batch submit. */
    public ObjectNode freshItem(JsonNode example) {
        return freshItem(example, values::like);
    }

    private ObjectNode freshItem(JsonNode example, Function<String, List<String>> identities) {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        ObjectNode item = (ObjectNode) example.deepCopy();
        for (String property : List.copyOf(item.propertyNames())) {
            item.set(property, fresh(create, item, property, identities));
        }
        return ended(item);
    }

    /** Returns whether a submit may set a property to one of a few values alone. */
    public boolean isListed(String property) {
        return !listed(contract.operation(Effect.CREATE).orElseThrow(), property)
                .isEmpty();
    }

    /** Returns the samples that queries with a known answer are about. */
    public Neighbours neighbours() {
        return new Neighbours(contract, resource, validator, mark, ends, horizon);
    }

    /** Returns the identity of an entity; an empty text where the body has none. */
    public String identity(JsonNode body) {
        return body.path(resource.identity()).asString("");
    }

    /** Returns another sound value for a property of this body. */
    public JsonNode other(Operation operation, ObjectNode body, String property) {
        JsonNode schema = schema(operation, property);
        JsonNode current = body.path(property);
        Optional<JsonNode> listed = listed(operation, property).stream()
                .filter(value -> !value.equals(current))
                .max(Comparator.comparingInt(value -> likeness(operation, body, property, value)));
        if (listed.isPresent()) {
            return listed.get();
        }
        if (current.isNumber()) {
            return current.isIntegralNumber()
                    ? JsonNodeFactory.instance.numberNode(
                            current.bigIntegerValue().add(BigInteger.ONE))
                    : JsonNodeFactory.instance.numberNode(current.decimalValue().add(BigDecimal.ONE));
        }
        if (current.isBoolean()) {
            return JsonNodeFactory.instance.booleanNode(!current.asBoolean());
        }
        if (schema.path("format").asString("").equals("date-time")) {
            // No example ends at this time of day.
            return text(ends.at("T06:00:00Z"));
        }
        return property.equals(resource.identity())
                ? fresh(operation, body, property, values::like)
                : text(isUrl(current) ? current.asString() + "/changed" : "Changed" + mark);
    }

    /** Returns the values that a property is limited to; none where it takes others. */
    List<JsonNode> listed(Operation operation, String property) {
        return Stream.of(
                        schema(operation, property).path("enum"),
                        contract.at(pointer(operation, property) + "/anyOf/0/$ref/enum"))
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    /**
     * Returns in how many listed values the body agrees with the example that is likest to it and has this one; -1 where no example
     * has it. A value that no example has beside the others may be one that a target has reason to refuse.
     */
    private int likeness(Operation operation, ObjectNode body, String property, JsonNode value) {
        return operation.requestExamples().values().stream()
                .filter(example -> example.path(property).equals(value))
                .mapToInt(example -> (int) body.propertyNames().stream()
                        .filter(other -> !other.equals(property))
                        .filter(other -> !listed(operation, other).isEmpty())
                        .filter(other -> example.path(other).equals(body.path(other)))
                        .count())
                .max()
                .orElse(-1);
    }

    private JsonNode fresh(
            Operation operation, ObjectNode body, String property, Function<String, List<String>> identities) {
        JsonNode value = body.path(property);
        if (isListOfSubmissions(operation, property)) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(freshItem(item, identities)));
            return items;
        }
        if (!value.isString()) {
            return value;
        }
        if (property.equals(resource.identity())) {
            return freshIdentity(operation, body, property, identities);
        }
        JsonNode schema = schema(operation, property);
        if (schema.path("format").asString("").equals("date-time")) {
            return text(ends.at(value.asString().substring(DATE_LENGTH)));
        }
        if (!isFree(schema)) {
            return value;
        }
        return text(isUrl(value) ? value.asString() + "/tick-" + run : marked(value.asString()));
    }

    private boolean isListOfSubmissions(Operation operation, String property) {
        String reference = contract.at(pointer(operation, property) + "/items")
                .path("$ref")
                .asString("#");
        return contract.operation(Effect.CREATE)
                .flatMap(Operation::requestSchema)
                .filter(reference.substring(1)::equals)
                .isPresent();
    }

    /** Returns whether a property of this schema takes any text. */
    public static boolean isFree(JsonNode schema) {
        return schema.path("type").toString().contains("string")
                && schema.path("enum").isMissingNode()
                && schema.path("anyOf").isMissingNode()
                && schema.path("format").isMissingNode()
                && schema.path("pattern").isMissingNode();
    }

    /** Returns whether a value is an absolute URL; with the mark of other texts, which has spaces, it would be none. */
    private static boolean isUrl(JsonNode value) {
        return URL.matcher(value.asString("")).matches();
    }

    /** Inserts the run's mark before white space at the end, so that a server which trims it can be seen. */
    private String marked(String text) {
        int end = text.stripTrailing().length();
        return text.substring(0, end) + mark + text.substring(end);
    }

    private JsonNode freshIdentity(
            Operation operation, ObjectNode body, String property, Function<String, List<String>> identities) {
        String schema = operation.requestSchema().orElseThrow();
        for (String candidate : identities.apply(body.path(property).asString())) {
            ObjectNode changed = body.deepCopy();
            changed.set(property, text(candidate));
            boolean sound = validator.body(Subject.CLIENT, schema, changed).stream()
                    .noneMatch(violation -> violation.location().equals("/" + LocatedDocument.segment(property)));
            if (sound) {
                return text(candidate);
            }
        }
        throw new IllegalStateException("no fresh value like " + body.path(property) + " honours " + schema);
    }

    private JsonNode example(Operation operation, String name) {
        JsonNode example = operation.requestExamples().get(name);
        if (example == null || !example.isObject()) {
            throw new IllegalStateException(operation.id() + " needs an object as the request example '" + name + "'");
        }
        return example;
    }

    JsonNode schema(Operation operation, String property) {
        String pointer = pointer(operation, property);
        return contract.at(contract.at(pointer).has("$ref") ? pointer + "/$ref" : pointer);
    }

    private static String pointer(Operation operation, String property) {
        return operation.requestSchema().orElseThrow() + "/properties/" + LocatedDocument.segment(property);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }
}
