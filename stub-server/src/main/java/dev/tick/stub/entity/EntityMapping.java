package dev.tick.stub.entity;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.Json;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.text.Timestamp;
import dev.tick.stub.access.Caller;
import dev.tick.stub.odata.PropertyType;
import dev.tick.stub.odata.ValueType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps a contract's property names to the names under which entities are stored: the identity and the server's values have names
 * that all contracts share, every other property keeps its own. Pure: it remembers nothing, and changes no node that it is given.
 */
public final class EntityMapping {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** .NET counts in 100 ns. */
    private static final int TICK = 100;

    /** No property of a contract begins so. */
    private static final String SHARED = ":";

    private static final Map<ServerValue, String> SHARED_NAMES = Arrays.stream(ServerValue.values())
            .collect(Collectors.toUnmodifiableMap(
                    filling -> filling, filling -> SHARED + filling.name().toLowerCase(Locale.ROOT)));

    /** As recorded: up to seven fraction digits, trailing zeros dropped. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter();

    /** The values of the server that a fault may set; it may not set the number, by which an entity is found. */
    private static final Set<ServerValue> FORCED =
            EnumSet.of(ServerValue.TIME, ServerValue.CALLER, ServerValue.UPDATE_TIME, ServerValue.UPDATER);

    private final Contract contract;
    private final Resource resource;
    private final String entity;
    private final List<String> submittable;
    private final List<String> changeable;
    private final List<String> instants;

    /** The JSON types of each property of an entity; none where its schema is a choice among others. */
    private final Map<String, List<String>> types = new HashMap<>();

    /** The name under which each property is stored. */
    private final Map<String, String> sharedNames = new HashMap<>();

    /** The examples of each property of an entity, which some values of the server are taken from. */
    private final Map<String, JsonNode> examples = new HashMap<>();

    /**
     * Reads the shape.
     *
     * @throws IllegalArgumentException when the contract creates no resource
     */
    public EntityMapping(Contract contract) {
        this.contract = contract;
        resource = contract.resource()
                .orElseThrow(() -> new IllegalArgumentException(contract.source()
                                .file() + ": no operation has 'x-tick-effect: create', so there is nothing to serve"));
        entity = contract.operation(Effect.CREATE)
                .orElseThrow()
                .success()
                .schema()
                .orElseThrow();
        submittable = named(contract, Effect.CREATE).stream()
                .filter(name -> resource.properties().contains(name)
                        && !resource.serverValues().containsKey(name))
                .toList();
        changeable = named(contract, Effect.CHANGE);
        instants = queried().entrySet().stream()
                .filter(property -> property.getValue().type().equals(Optional.of(ValueType.INSTANT)))
                .map(Map.Entry::getKey)
                .toList();
        Stream.of(resource.properties(), submittable, changeable)
                .flatMap(Collection::stream)
                .forEach(this::look);
    }

    private void look(String name) {
        String property = entity + "/properties/" + LocatedDocument.segment(name);
        JsonNode type = contract.at(property + "/type");
        types.put(
                name,
                type.isArray()
                        ? type.valueStream().map(JsonNode::asString).toList()
                        : type.isString() ? List.of(type.asString()) : List.of());
        examples.put(name, contract.at(property + "/examples"));
        sharedNames.put(name, sharedName(name));
    }

    /** Returns the value that identifies what was submitted. */
    public String identity(JsonNode submitted) {
        return submitted.path(resource.identity()).asString("");
    }

    /** Returns the name of the property that identifies what was submitted. */
    public String identityName() {
        return resource.identity();
    }

    /** Returns the value that stands for an entity in paths. */
    public String address(JsonNode shown) {
        return shown.path(resource.address()).asString("");
    }

    /** Tells whether numbers stand for entities in paths, and not what was submitted. */
    public boolean isNumbered() {
        return !resource.address().equals(resource.identity());
    }

    /** When an entity ends; empty when it never does, or names no instant. */
    Optional<Instant> expiration(ObjectNode kept) {
        return resource.expiration().map(kept::path).flatMap(Timestamp::read).map(OffsetDateTime::toInstant);
    }

    /**
     * Returns the type of each property that the query of a list may name, in the order of the document.
     *
     * @throws IllegalArgumentException when the values of one that a list may be filtered by have no order
     */
    public Map<String, PropertyType> queried() {
        Map<String, PropertyType> types = new LinkedHashMap<>();
        for (String name : resource.properties()) {
            if (filling(name).equals(Optional.of(ServerValue.CONTEXT))) {
                continue;
            }
            String pointer = entity + "/properties/" + LocatedDocument.segment(name);
            JsonNode schema = contract.at(contract.at(pointer).has("$ref") ? pointer + "/$ref" : pointer);
            PropertyType.Use use = resource.filterable().contains(name)
                    ? PropertyType.Use.EVERYWHERE
                    : PropertyType.Use.NOT_IN_FILTERS;
            Optional<ValueType> type = ValueType.of(schema);
            if (type.isEmpty() && use == PropertyType.Use.EVERYWHERE) {
                throw new IllegalArgumentException(contract.source().file() + ": " + pointer
                        + ": x-tick-filterable: expected a property of type string, number, integer or"
                        + " boolean, or a list of these");
            }
            types.put(name, new PropertyType(type, ValueType.shape(schema), use));
        }
        return types;
    }

    /** Returns the first property of a submit that takes any text beside the identity; empty where there is none. */
    public Optional<String> freeText() {
        String submission = contract.operation(Effect.CREATE)
                .flatMap(Operation::requestSchema)
                .orElseThrow();
        return submittable.stream()
                .filter(name -> !name.equals(resource.identity()))
                .filter(name -> {
                    JsonNode schema = contract.at(submission + "/properties/" + LocatedDocument.segment(name));
                    return schema.path("type").toString().contains("string")
                            && !schema.has("enum")
                            && !schema.has("format");
                })
                .filter(name -> !resource.resubmitRules().containsKey(name))
                .findFirst();
    }

    /** Returns the properties that a change may name. */
    public List<String> changeable() {
        return changeable;
    }

    /** Returns the property that a second submit may not change and does; empty when there is none. */
    Optional<String> conflict(ObjectNode kept, JsonNode submitted) {
        return differing(ResubmitRule.CONFLICT, kept, submitted).findFirst();
    }

    /** Tells whether a submit is about this entity of the same identity, and does not make another one. */
    boolean isUpdatedBy(ObjectNode kept, JsonNode submitted) {
        return differing(ResubmitRule.ANOTHER, kept, submitted).findFirst().isEmpty();
    }

    /** Returns the properties under a rule that a second submit would give another value. */
    private Stream<String> differing(ResubmitRule rule, ObjectNode kept, JsonNode submitted) {
        return resource.resubmitRules().entrySet().stream()
                .filter(property -> property.getValue() == rule)
                .map(Map.Entry::getKey)
                .filter(name -> !Json.same(shown(name, kept.path(shared(name))), given(submitted, name)));
    }

    /** Returns what is kept of what was submitted under a name: null for nothing or what no entity can show, a timestamp to the digits of .NET. */
    private JsonNode given(JsonNode submitted, String name) {
        JsonNode value = submitted.path(name);
        if (value.isMissingNode() || !isShowable(name, value)) {
            return JSON.nullNode();
        }
        return instants.contains(name) && value.isString() ? JSON.stringNode(Timestamp.cut(value.asString())) : value;
    }

    /** Returns whether an entity may show a value; a submit may be taken although a value in it has a type that no entity has. */
    private boolean isShowable(String name, JsonNode value) {
        List<String> known = types.getOrDefault(name, List.of());
        return known.isEmpty()
                || switch (value.getNodeType()) {
                    case ARRAY -> known.contains("array");
                    case BOOLEAN -> known.contains("boolean");
                    case NUMBER -> known.contains("number") || (known.contains("integer") && value.isIntegralNumber());
                    case OBJECT, POJO -> known.contains("object");
                    case STRING, BINARY -> known.contains("string");
                    case NULL, MISSING -> true;
                };
    }

    /** Returns what a submit stores; what a client may not name is the service's, whoever names it. */
    ObjectNode created(JsonNode submitted, String number, Caller caller, Instant now) {
        ObjectNode kept = JSON.objectNode();
        submittable.forEach(name -> kept.set(shared(name), given(submitted, name)));
        kept.put(shared(ServerValue.NUMBER), number);
        kept.put(shared(ServerValue.TIME), timestamp(now));
        kept.put(shared(ServerValue.CALLER), caller.name());
        kept.put(shared(ServerValue.CALLER_KIND), caller.kind().name());
        kept.put(shared(ServerValue.UPDATE_TIME), timestamp(now));
        return kept;
    }

    /** Applies a resubmit; properties that this contract has no name for are kept. */
    ObjectNode updated(ObjectNode before, JsonNode submitted, Caller caller, Instant now) {
        ObjectNode kept = before.deepCopy();
        submittable.stream()
                .filter(name -> resource.resubmitRules().get(name) != ResubmitRule.KEPT)
                .forEach(name -> kept.set(shared(name), given(submitted, name)));
        return stamped(kept, caller, now);
    }

    /** Applies a change; a contract that has names for it shows when and by whom, whichever contract it came by. */
    ObjectNode changed(ObjectNode before, JsonNode change, Caller caller, Instant now) {
        ObjectNode kept = before.deepCopy();
        changeable.stream().filter(change::has).forEach(name -> kept.set(shared(name), given(change, name)));
        return stamped(kept, caller, now);
    }

    private static ObjectNode stamped(ObjectNode kept, Caller caller, Instant now) {
        kept.put(shared(ServerValue.UPDATE_TIME), timestamp(now));
        kept.put(shared(ServerValue.UPDATER), caller.name());
        return kept;
    }

    /** Returns what to store so that exactly this is shown, for faults. */
    ObjectNode forced(ObjectNode before, ObjectNode shown) {
        ObjectNode kept = before.deepCopy();
        for (String name : resource.properties()) {
            Optional<ServerValue> filling = filling(name);
            if (filling.isEmpty() || FORCED.contains(filling.get())) {
                kept.set(shared(name), shown.path(name));
            }
            if (filling.equals(Optional.of(ServerValue.CALLER_KIND))) {
                kept.put(shared(name), kind(name, shown.path(name)).name());
            }
        }
        return kept;
    }

    private Caller.Kind kind(String name, JsonNode shown) {
        return shown.equals(example(name, 1)) ? Caller.Kind.USER : Caller.Kind.APPLICATION;
    }

    /** Returns an entity as this contract shows it: every property, null where nothing was given. */
    public ObjectNode shown(ObjectNode kept) {
        ObjectNode shown = JSON.objectNode();
        for (String name : resource.properties()) {
            shown.set(name, shown(name, kept.path(shared(name))));
        }
        return shown;
    }

    /** Returns an entity as this contract would show it after this submit. */
    public ObjectNode sample(JsonNode submitted, Caller caller, Instant now) {
        return shown(created(submitted, "1", caller, now));
    }

    private JsonNode shown(String name, JsonNode kept) {
        Optional<ServerValue> filling = filling(name);
        if (filling.isPresent() && filling.get() == ServerValue.CONTEXT) {
            return example(name, 0);
        }
        if (filling.isPresent() && filling.get() == ServerValue.CALLER_KIND) {
            return example(name, kept.asString("").equals(Caller.Kind.USER.name()) ? 1 : 0);
        }
        return kept.isMissingNode() || kept.isNull() ? resource.defaults().getOrDefault(name, JSON.nullNode()) : kept;
    }

    private JsonNode example(String name, int index) {
        JsonNode example = examples.getOrDefault(name, JSON.missingNode()).path(index);
        return example.isMissingNode() ? JSON.nullNode() : example;
    }

    private Optional<ServerValue> filling(String name) {
        return Optional.ofNullable(resource.serverValues().get(name));
    }

    private String shared(String name) {
        return sharedNames.getOrDefault(name, name);
    }

    private String sharedName(String name) {
        return name.equals(resource.identity())
                ? SHARED
                : filling(name).map(EntityMapping::shared).orElse(name);
    }

    private static String shared(ServerValue filling) {
        return Objects.requireNonNull(SHARED_NAMES.get(filling));
    }

    private static String timestamp(Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return TIMESTAMP.format(time.minusNanos(time.getNano() % TICK));
    }

    /** The properties that the request of an operation may name. */
    private static List<String> named(Contract contract, Effect effect) {
        return contract.operation(effect)
                .flatMap(Operation::requestSchema)
                .map(schema -> List.copyOf(contract.at(schema + "/properties").propertyNames()))
                .orElse(List.of());
    }
}
