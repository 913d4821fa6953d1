package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity of one application, and another application's request to update it.
 *
 * @param conversation sends both, once
 * @param operation by which it is updated
 * @param callers whose tokens the two requests carry
 */
record ForeignUpdate(Conversation conversation, Operation operation, Callers callers) {
    private String purpose() {
        return operation.id() + " as " + callers.actorName();
    }

    /** Returns whether the owner can be shown the entity afterwards. */
    static boolean canBeLookedUp(Conversation conversation) {
        return conversation.has(Effect.LIST) || conversation.has(Effect.READ);
    }

    /** Returns the owner's submit. */
    Exchange first() {
        return callers.created(conversation, "for " + purpose());
    }

    /** Returns the other application's request. */
    Exchange second() {
        Exchange first = first();
        return conversation.exchange(
                purpose(), () -> request(first).with("Authorization", callers.actorBearer(conversation)));
    }

    private Request request(Exchange first) {
        Operation create = conversation.operation(Effect.CREATE);
        return switch (Conversation.effect(operation)) {
            case CREATE ->
                conversation
                        .requests()
                        .bare(create, "")
                        .withBody(other(create, conversation.names().body(first)));
            case CREATE_MANY -> {
                Request sound = conversation.soundRequest(operation, conversation.example(operation));
                ObjectNode body =
                        (ObjectNode) sound.body().meant().orElseThrow().deepCopy();
                body.putArray(Body.listName(body).orElseThrow())
                        .add(other(create, conversation.names().body(first)));
                yield sound.withBody(body);
            }
            case CHANGE -> {
                String example = conversation.example(operation);
                Request sound = conversation.soundRequest(operation, example);
                yield sound.to(operation.pathFor(conversation.names().address(first)))
                        .withBody(conversation.requests().otherBody(operation, example, purpose()));
            }
            case LIST, READ, REMOVE, REMOVE_MANY ->
                throw new IllegalStateException(operation.id() + " updates nothing");
        };
    }

    private ObjectNode other(Operation create, ObjectNode body) {
        String text = conversation.requests().freeText(create);
        ObjectNode changed = body.deepCopy();
        changed.set(text, conversation.samples().other(create, changed, text));
        return changed;
    }

    /** Returns the values that the second request gave, as far as they differ from the first's. */
    private ObjectNode given() {
        JsonNode sent = conversation.names().body(second());
        JsonNode one = Body.items(sent).isEmpty() ? sent : Body.items(sent).get(0);
        JsonNode before = conversation.names().body(first());
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        one.properties().forEach(property -> {
            if (!PropertyValues.same(before.path(property.getKey()), property.getValue())) {
                given.set(property.getKey(), property.getValue());
            }
        });
        return given;
    }

    /** Judges whether the second request took effect by its response. */
    Outcome judgeTaken() {
        Exchange second = second();
        return conversation.succeeded(operation, second)
                ? Outcome.honoured("answered " + second.line(), first(), second)
                : Outcome.broken(Mismatch.of("it to be updated", second.line()), first(), second);
    }

    /** Judges whether the owner is shown what the second request gave. */
    Outcome judgeUpdated() {
        return shown((entity, shown) -> {
            ObjectNode given = given();
            boolean all = given.propertyStream()
                    .allMatch(property -> PropertyValues.same(property.getValue(), entity.path(property.getKey())));
            return all
                    ? Outcome.honoured("the owner sees the update", first(), second(), shown)
                    : Outcome.broken(Mismatch.of(given, part(entity, given)), first(), second(), shown);
        });
    }

    /** Judges whether the owner is still shown what it submitted. */
    Outcome judgeKept() {
        return shown((entity, shown) -> {
            ObjectNode given = given();
            boolean none = given.propertyStream()
                    .noneMatch(property -> PropertyValues.same(property.getValue(), entity.path(property.getKey())));
            return none && !entity.isMissingNode()
                    ? Outcome.honoured("the owner sees what it submitted", first(), second(), shown)
                    : Outcome.broken(
                            Mismatch.of(
                                    "the owner to see "
                                            + part(conversation.names().body(first()), given),
                                    part(entity, given)),
                            first(),
                            second(),
                            shown);
        });
    }

    /** A judgement of an entity, and of the exchange that showed it. */
    private interface Judgement {
        Outcome of(JsonNode entity, Exchange shown);
    }

    private Outcome shown(Judgement judgement) {
        second();
        String address = conversation.names().address(first());
        if (!conversation.has(Effect.LIST)) {
            Operation read = conversation.operation(Effect.READ);
            Exchange exchange = conversation.exchange(
                    "read after " + purpose(), () -> conversation.requests().bare(read, address));
            return judgement.of(entity(exchange), exchange);
        }
        Exchange list = conversation.lists().last();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        String key = conversation.resource().address();
        Optional<JsonNode> entry = conversation
                .lists()
                .entities(list)
                .filter(entity -> entity.path(key).asString("").equals(address))
                .findFirst();
        return judgement.of(entry.orElseGet(JsonNodeFactory.instance::missingNode), list);
    }

    private static JsonNode entity(Exchange exchange) {
        return Optional.of(exchange)
                .filter(Exchange::accepted)
                .flatMap(Exchange::response)
                .map(Response::json)
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    private static String part(JsonNode entity, ObjectNode names) {
        if (entity.isMissingNode()) {
            return "nothing";
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        names.propertyNames().forEach(name -> part.set(name, entity.path(name)));
        return part.toString();
    }
}
