package dev.tick.stub.answer;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.LocatedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a contract leaves open about the objects in its answers. */
final class AnswerSchema {
    private static final String REFERENCE = "/$ref";
    private static final Set<Effect> ANSWERED_WITH_ENTITY = Set.of(Effect.CREATE, Effect.READ, Effect.CHANGE);

    private final Contract contract;
    private final Resource resource;
    private final String entity;
    private final String submission;

    AnswerSchema(Contract contract) {
        this.contract = contract;
        resource = contract.resource().orElseThrow();
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        entity = contract.resolved(create.success().schema().orElseThrow());
        submission = create.requestSchema().orElseThrow();
    }

    /**
     * An object in an answer.
     *
     * @param schema JSON pointer to what the contract says of it
     */
    record Place(ObjectNode object, String schema) {}

    /** Returns the objects of an answer that the contract describes, the answer itself first. */
    List<Place> places(Operation operation, JsonNode answer) {
        List<Place> places = new ArrayList<>();
        Optional<String> schema =
                operation.effect().filter(ANSWERED_WITH_ENTITY::contains).isPresent()
                        ? Optional.of(entity)
                        : operation.success().schema();
        schema.ifPresent(at -> add(places, answer, at));
        return places;
    }

    private void add(List<Place> places, JsonNode node, String schema) {
        String at = contract.resolved(contract.at(schema).has("$ref") ? schema + REFERENCE : schema);
        if (contract.at(at).isMissingNode()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            places.add(new Place(object, at));
            node.properties().forEach(property -> add(places, property.getValue(), at(at, property.getKey())));
        } else if (node.isArray()) {
            node.forEach(item -> add(places, item, at + "/items"));
        }
    }

    private static String at(String schema, String property) {
        return schema + "/properties/" + LocatedDocument.segment(property);
    }

    private JsonNode schema(Place place, String property) {
        return contract.at(at(place.schema(), property));
    }

    /** Returns the properties that the contract names. */
    List<String> properties(Place place) {
        return List.copyOf(contract.at(place.schema() + "/properties").propertyNames());
    }

    boolean isEntity(Place place) {
        return place.schema().equals(entity);
    }

    /** Returns whether there may be properties that the contract does not name. */
    boolean isOpen(Place place) {
        return contract.at(place.schema() + "/additionalProperties").asBoolean(true);
    }

    boolean isRequired(Place place, String property) {
        return contract.at(place.schema() + "/required")
                .valueStream()
                .anyMatch(name -> name.asString("").equals(property));
    }

    /** Returns whether a property may be null: its type says so, or it has none. */
    boolean mayBeNull(Place place, String property) {
        JsonNode schema = schema(place, property);
        return Stream.of("type", "anyOf", "oneOf", "allOf", "$ref", "enum", "const")
                        .noneMatch(schema::has)
                || Stream.concat(Stream.of(schema), schema.path("anyOf").valueStream())
                        .flatMap(one -> one.path("type").isArray()
                                ? one.path("type").valueStream()
                                : Stream.of(one.path("type")))
                        .anyMatch(type -> type.asString("").equals("null"));
    }

    boolean isTime(Place place, String property) {
        return schema(place, property).path("format").asString("").equals("date-time");
    }

    /** Returns whether a submit may name a property of an entity. */
    boolean isSubmitted(Place place, String property) {
        return isEntity(place) && contract.at(submission + "/properties").has(property);
    }

    /** Returns whether a property is the service's own, and nothing that a client goes on with: metadata, or what no submit names. */
    boolean isOwn(Place place, String property) {
        return isEntity(place)
                ? !isSubmitted(place, property)
                        && !property.equals(resource.identity())
                        && !property.equals(resource.address())
                : ServerValue.of(schema(place, property)).equals(Optional.of(ServerValue.CONTEXT));
    }

    /** Returns whether a submit has a list of values for a property of an entity, to which the answer is not bound. */
    boolean isListed(Place place, String property) {
        return isEntity(place)
                && !schema(place, property).has("enum")
                && Stream.of("", REFERENCE, "/anyOf/0", "/anyOf/0" + REFERENCE)
                        .anyMatch(step ->
                                contract.at(at(submission, property) + step).has("enum"));
    }
}
