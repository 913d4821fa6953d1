package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of neighbours: sound submits that differ in what a list may be filtered by. */
public final class Neighbours {
    private static final String ASKED_FOR = "T10:00:00Z";

    private final Contract contract;
    private final Resource resource;
    private final Validator validator;
    private final String mark;
    private final NearEnds ends;
    private final Horizon horizon;

    /**
     * Describes the neighbours of one run.
     *
     * @param mark the run's mark, part of every text
     * @param ends when they end
     * @param horizon within which all of them do
     */
    Neighbours(Contract contract, Resource resource, Validator validator, String mark, NearEnds ends, Horizon horizon) {
        this.contract = contract;
        this.resource = resource;
        this.validator = validator;
        this.mark = mark;
        this.ends = ends;
        this.horizon = horizon;
    }

    /** Returns the properties that a list may be filtered by and that take any text. */
    public List<String> texts(Operation create) {
        return resource.filterable().stream()
                .filter(property -> !property.equals(resource.identity()))
                .filter(property -> Samples.isFree(schema(create, property)))
                .toList();
    }

    /** Returns the properties that a list may be filtered by and that take a time. */
    public List<String> times(Operation create) {
        return resource.filterable().stream()
                .filter(property ->
                        schema(create, property).path("format").asString("").equals("date-time"))
                .toList();
    }

    private List<String> flags(Operation create) {
        return resource.filterable().stream()
                .filter(property ->
                        schema(create, property).path("type").toString().contains("boolean"))
                .toList();
    }

    private String text(String name, Neighbour neighbour, String property) {
        return neighbour.text(name + " by " + property + mark);
    }

    private OffsetDateTime time() {
        return OffsetDateTime.parse(ends.at(ASKED_FOR));
    }

    /**
     * Returns the body of a neighbour.
     *
     * @param name begins the texts, which no other neighbours must have
     * @param fresh a sound body with an identity of its own
     */
    public ObjectNode body(Operation create, String name, Neighbour neighbour, ObjectNode fresh) {
        ObjectNode body = fresh;
        for (String property : flags(create)) {
            body = with(create, body, property, JsonNodeFactory.instance.booleanNode(neighbour.flag()));
        }
        for (String property : texts(create)) {
            body = with(create, body, property, text(text(name, neighbour, property)));
        }
        for (String property : times(create)) {
            body = with(create, body, property, text(written(time().plusSeconds(neighbour.seconds()))));
        }
        return neighbour == Neighbour.BARE ? bare(create, body) : body;
    }

    private ObjectNode bare(Operation create, ObjectNode whole) {
        ObjectNode body = whole;
        for (String property : resource.filterable()) {
            ObjectNode less = body.deepCopy();
            less.remove(property);
            boolean must = horizon == Horizon.BOUND && resource.expiration().equals(Optional.of(property));
            body = !must && isSound(create, less) ? less : body;
        }
        return body;
    }

    /** Returns a copy with a value; the body itself where the contract does not take it beside the others. */
    private ObjectNode with(Operation create, ObjectNode body, String property, JsonNode value) {
        ObjectNode changed = body.deepCopy();
        changed.set(property, value);
        return isSound(create, changed) ? changed : body;
    }

    private boolean isSound(Operation create, ObjectNode body) {
        return validator
                .body(Subject.CLIENT, create.requestSchema().orElseThrow(), body)
                .isEmpty();
    }

    private JsonNode schema(Operation create, String property) {
        String pointer = create.requestSchema().orElseThrow() + "/properties/" + LocatedDocument.segment(property);
        return contract.at(contract.at(pointer).has("$ref") ? pointer + "/$ref" : pointer);
    }

    /** Returns a time with its seconds, which the JDK leaves out where they are none. */
    private static String written(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }
}
