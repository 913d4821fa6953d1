package dev.tick.stub.behaviour;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Filling;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.source.YamlSource;
import dev.tick.stub.odata.Kind;
import dev.tick.stub.odata.Literal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How entities and lists of them look in the answers of one contract. */
public final class EntityShape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** .NET counts in 100 ns. */
    private static final int TICK = 100;

    /** As recorded: up to seven fraction digits, trailing zeros dropped. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter();

    private final Contract contract;
    private final Resource resource;
    private final String entity;
    private final List<String> changeable;

    /**
     * Reads the shape.
     *
     * @throws IllegalArgumentException when the contract creates no resource
     */
    public EntityShape(Contract contract) {
        this.contract = contract;
        resource = contract.resource()
                .orElseThrow(() -> new IllegalArgumentException(contract.source()
                                .file() + ": no operation has 'x-tick-effect: create', so there is nothing to serve"));
        entity = contract.operation(Effect.CREATE)
                .orElseThrow()
                .success()
                .schema()
                .orElseThrow();
        changeable = changeable(contract);
    }

    /** The value that identifies what was submitted. */
    public String identity(JsonNode submitted) {
        return submitted.path(resource.identity()).asString("");
    }

    /** When an entity ends; empty when it never does, or names no instant. */
    Optional<Instant> expiration(JsonNode of) {
        return resource.expiration()
                .map(of::path)
                .filter(JsonNode::isString)
                .flatMap(time -> Literal.Moment.instant(time.asString()));
    }

    /**
     * What each property is that a list may be filtered by, in the order of the document.
     *
     * @throws IllegalArgumentException when the values of one have no order
     */
    public Map<String, Kind> filterable() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String name : resource.filterable()) {
            String pointer = entity + "/properties/" + YamlSource.segment(name);
            boolean refers = contract.at(pointer).has("$ref");
            kinds.put(
                    name,
                    Kind.of(contract.at(refers ? pointer + "/$ref" : pointer))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    contract.source().file() + ": " + pointer
                                            + ": x-tick-filterable: expected a property of type string, number, integer or"
                                            + " boolean")));
        }
        return kinds;
    }

    /** The properties that the server fills. */
    Set<String> filled() {
        return resource.filled().keySet();
    }

    /** The properties that a change may name. */
    public List<String> changeable() {
        return changeable;
    }

    /** The properties that only the first submit decides; none where the contract knows no change. */
    List<String> fixed() {
        return resource.properties().stream()
                .filter(name -> !changeable.isEmpty())
                .filter(name -> !changeable.contains(name) && !filled().contains(name))
                .toList();
    }

    /** The entity that a submit creates: every property, null where nothing was given. */
    public ObjectNode created(JsonNode submitted, String caller, Instant now) {
        ObjectNode created = JSON.objectNode();
        for (String name : resource.properties()) {
            created.set(name, value(name, submitted, caller, now));
        }
        return created;
    }

    /** A list of entities as the list operation answers it; an entity in a list carries no metadata of its own. */
    public ObjectNode list(List<ObjectNode> entities) {
        String schema =
                contract.operation(Effect.LIST).orElseThrow().success().schema().orElseThrow();
        ObjectNode list = JSON.objectNode();
        for (String name : contract.at(schema + "/properties").propertyNames()) {
            JsonNode property = contract.at(schema + "/properties").path(name);
            if (property.path("type").asString("").equals("array")) {
                ArrayNode items = list.putArray(name);
                entities.forEach(item -> items.add(withoutMetadata(item)));
            } else {
                list.set(name, firstExample(property));
            }
        }
        return list;
    }

    private ObjectNode withoutMetadata(ObjectNode item) {
        ObjectNode copy = item.deepCopy();
        resource.filled().forEach((name, with) -> {
            if (with == Filling.CONTEXT) {
                copy.remove(name);
            }
        });
        return copy;
    }

    private JsonNode value(String name, JsonNode submitted, String caller, Instant now) {
        if (!resource.filled().containsKey(name)) {
            return submitted.has(name) ? submitted.path(name) : JSON.nullNode();
        }
        return switch (resource.filled().get(name)) {
            case TIME -> JSON.stringNode(timestamp(now.atOffset(ZoneOffset.UTC)));
            case CALLER -> JSON.stringNode(caller);
            case CONTEXT -> firstExample(contract.at(entity + "/properties").path(name));
        };
    }

    private static String timestamp(OffsetDateTime time) {
        return TIMESTAMP.format(time.minusNanos(time.getNano() % TICK));
    }

    private static JsonNode firstExample(JsonNode property) {
        JsonNode example = property.path("examples").path(0);
        return example.isMissingNode() ? JSON.nullNode() : example;
    }

    private static List<String> changeable(Contract contract) {
        return contract.operation(Effect.CHANGE)
                .flatMap(Operation::requestSchema)
                .map(schema -> List.copyOf(contract.at(schema + "/properties").propertyNames()))
                .orElse(List.of());
    }
}
