package dev.tick.stub.answer;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.Timestamp;
import dev.tick.stub.answer.AnswerSchema.Place;
import dev.tick.stub.entity.ListBodies;
import dev.tick.stub.odata.QueryReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives sound answers an unusual form. What the contract says of an answer still holds, and what a client sent still comes back as it
 * was sent, but for the form of a time.
 */
public final class UnusualAnswers {
    private static final int FAMILY = 100;
    private static final int SUCCESS = 2;
    private static final int MICROSECONDS = 6;
    private static final int TICKS = 7;

    /** Stands for what nobody documented, as a name and as a value. */
    private static final String UNDOCUMENTED = "Undocumented";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AnswerSchema schema;
    private final ListBodies lists;

    /**
     * Creates the writer of one contract's answers.
     *
     * @param contract that has a resource
     */
    public UnusualAnswers(Contract contract, ListBodies lists) {
        schema = new AnswerSchema(contract);
        this.lists = lists;
    }

    /** Returns a sound answer in a form; a refusal, and an answer without a JSON object, stay as they are. */
    public Response of(AnswerForm form, Operation operation, Request request, Response sound) {
        if (sound.status() / FAMILY != SUCCESS
                || sound.body().problem().isPresent()
                || !(sound.json().deepCopy() instanceof ObjectNode answer)) {
            return sound;
        }
        List<Place> places = schema.places(operation, answer);
        switch (form) {
            case UNKNOWN_PROPERTY -> places.stream().filter(schema::isOpen).forEach(UnusualAnswers::addUnknown);
            case UNKNOWN_VALUE -> places.forEach(place -> setUnknown(place, named(place, answer, request)));
            case NULLS -> places.forEach(this::setNull);
            case ABSENT -> places.forEach(this::leaveOut);
            case NO_FRACTION -> places.forEach(place -> rewriteTimes(place, text -> TimeForms.withDigits(text, 0)));
            case FRACTION_6 ->
                places.forEach(place -> rewriteTimes(place, text -> TimeForms.withDigits(text, MICROSECONDS)));
            case FRACTION_7 -> places.forEach(place -> rewriteTimes(place, text -> TimeForms.withDigits(text, TICKS)));
            case OFFSET -> places.forEach(place -> rewriteTimes(place, TimeForms::withOffset));
            case EMPTY_PAGE -> empty(operation, request, answer);
        }
        return sound.withBody(answer);
    }

    /** Returns what the request said of the object that it is answered with; of another, it said nothing. */
    private static JsonNode named(Place place, ObjectNode answer, Request request) {
        return place.object().equals(answer) && request.body().problem().isEmpty()
                ? request.body().json()
                : JSON.missingNode();
    }

    private static void addUnknown(Place place) {
        place.object().putObject(UNDOCUMENTED).putArray("of").add(1).addNull().add(UNDOCUMENTED);
    }

    private void setUnknown(Place place, JsonNode named) {
        schema.properties(place).stream()
                .filter(property -> schema.isListed(place, property))
                .filter(property -> place.object().has(property) && !named.has(property))
                .forEach(property -> place.object().put(property, UNDOCUMENTED));
    }

    /** Writes as null what is not there, but not in an entity, of which some properties alone may have been asked for. */
    private void setNull(Place place) {
        schema.properties(place).stream()
                .filter(property ->
                        place.object().has(property) ? schema.isOwn(place, property) : !schema.isEntity(place))
                .filter(property -> schema.mayBeNull(place, property))
                .forEach(property -> place.object().putNull(property));
    }

    private void leaveOut(Place place) {
        schema.properties(place).stream()
                .filter(property -> schema.isOwn(place, property)
                        || place.object().path(property).isNull())
                .filter(property -> !schema.isRequired(place, property))
                .forEach(property -> place.object().remove(property));
    }

    /** A time that a client may set stays the instant that it was; of the service's own, digits may be cut. */
    private void rewriteTimes(Place place, UnaryOperator<String> form) {
        for (String property : schema.properties(place)) {
            JsonNode before = place.object().path(property);
            if (schema.isTime(place, property) && before.isString()) {
                JsonNode after = JSON.stringNode(form.apply(before.asString()));
                if (!schema.isSubmitted(place, property) || instant(before).equals(instant(after))) {
                    place.object().set(property, after);
                }
            }
        }
    }

    private static Optional<Instant> instant(JsonNode time) {
        return Timestamp.read(time).map(OffsetDateTime::toInstant);
    }

    /** Without a number to skip, it is the first page. */
    private void empty(Operation operation, Request request, ObjectNode answer) {
        if (operation.effect().equals(Optional.of(Effect.LIST)) && !QueryReader.isSkipping(request.query())) {
            lists.empty(answer, request.origin() + request.path() + "?" + QueryReader.skipping(request.query(), 0));
        }
    }
}
