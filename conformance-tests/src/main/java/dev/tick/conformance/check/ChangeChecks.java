package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks of changes, and of requests that name no stored entity. */
final class ChangeChecks {
    private ChangeChecks() {}

    /** A change of one property of an entity made for it, and the entity as it is read afterwards. */
    record Change(JsonNode value, Exchange created, Exchange changed, Optional<Exchange> read) {
        /**
         * Returns the exchange that failed before the change could be judged: the submit, or the reading back; empty if none
         * did.
         */
        Optional<Exchange> missing(Conversation conversation) {
            return conversation.succeeded(conversation.operation(Effect.CREATE), created)
                    ? read.filter(one -> !conversation.succeeded(conversation.operation(Effect.READ), one))
                    : Optional.of(created);
        }

        /** Returns the last exchange that shows the entity: the read, or else the change. */
        Exchange last() {
            return read.orElse(changed);
        }

        /** Returns the entity after the change; missing where no response came. */
        JsonNode after() {
            return last().response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
        }
    }

    /** Checks that a request for an entity that does not exist gets 404. */
    static List<Case> absent(Requirement row, AbsentCheck check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        Judge judge = new Judge(check, conversation, operation);
        List<Case> cases = new ArrayList<>();
        if (Conversation.effect(operation) == Effect.REMOVE_MANY) {
            cases.add(judge.absent(
                    row,
                    "never submitted",
                    message -> of(message, conversation.names().unusedAddress())));
            cases.add(judge.absent(row, "one of two never submitted", message -> {
                String there =
                        Body.items(message.body().meant().orElseThrow()).get(0).asString();
                return of(message, there, conversation.names().unusedAddress());
            }));
        } else {
            cases.add(judge.absent(
                    row,
                    "never submitted",
                    message -> message.to(operation.pathFor(conversation.names().unusedAddress()))));
        }
        if (Conversation.effect(operation) == Effect.REMOVE) {
            cases.add(judge.absent(
                    row,
                    "removed before",
                    message -> conversation
                            .sound(operation, conversation.example(operation))
                            .request()));
        }
        return cases;
    }

    private static Request of(Request message, String... addresses) {
        ObjectNode body = (ObjectNode) message.body().meant().orElseThrow().deepCopy();
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        List.of(addresses).forEach(items::add);
        return message.withBody(body);
    }

    /** The cases of a row that expects 404. */
    private record Judge(AbsentCheck check, Conversation conversation, Operation operation) {
        Case absent(Requirement row, String name, UnaryOperator<Request> change) {
            return new Case(row, name, Phase.STATE, () -> absent(name, change));
        }

        private Outcome absent(String name, UnaryOperator<Request> change) {
            String example = example(change);
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange exchange = conversation.exchange(
                    "absent " + operation.id() + " " + name,
                    () -> change.apply(
                            // Nothing need be made for a removal of what is not there.
                            Conversation.effect(operation) == Effect.REMOVE
                                    ? twin.request()
                                    : conversation.soundRequest(operation, example)));
            return status(exchange) == 404
                    ? RefusalChecks.enveloped(
                            check.error(),
                            conversation,
                            operation,
                            exchange,
                            exchange.response().orElseThrow())
                    : Outcome.broken(Mismatch.of("404", exchange.line()), exchange);
        }

        /** Returns the example whose sound twin stands for the request: of a list, one of the same length, where there is one. */
        private String example(UnaryOperator<Request> change) {
            if (Conversation.effect(operation) != Effect.REMOVE_MANY) {
                return conversation.example(operation);
            }
            Map<String, Integer> lengths = new HashMap<>();
            operation
                    .requestExamples()
                    .forEach((name, body) -> lengths.put(name, Body.items(body).size()));
            JsonNode longest = operation.requestExamples().values().stream()
                    .max(Comparator.comparingInt(body -> Body.items(body).size()))
                    .orElseThrow();
            Request outline = conversation.requests().bare(operation, "").withBody(longest);
            int items = Body.items(change.apply(outline).body().meant().orElseThrow())
                    .size();
            return conversation.example(
                    operation, name -> !lengths.containsValue(items) || lengths.getOrDefault(name, 0) == items);
        }
    }

    /** Checks that a change of a property shows in the response and, where the target can read, in a later read. */
    static List<Case> changes(Requirement row, ChangeCheck.PropertyChanges check, Conversation conversation) {
        String property = check.property();
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, property, Phase.STATE, () -> {
            Change change = change(conversation, property);
            Optional<Exchange> missing = change.missing(conversation);
            if (missing.isPresent()) {
                return Outcome.noTwin(missing.get());
            }
            Operation operation = conversation.operation(Effect.CHANGE);
            if (!conversation.succeeded(operation, change.changed())) {
                return Outcome.broken(
                        Mismatch.of(
                                operation.success().status() + " with the entity",
                                change.changed().line()),
                        change.changed());
            }
            JsonNode answered = change.changed().response().orElseThrow().json().path(property);
            JsonNode kept = change.after().path(property);
            return PropertyValues.same(change.value(), answered) && PropertyValues.same(change.value(), kept)
                    ? Outcome.honoured(property + " is " + kept, change.changed())
                    : Outcome.broken(
                            Mismatch.of(property, change.value(), answered + " and, read back, " + kept),
                            change.changed());
        }));
        cases.addAll(VariedChecks.changed(row, property, conversation));
        return cases;
    }

    /** Checks that a change leaves every other property as it was. */
    static List<Case> keeps(Requirement row, ChangeCheck.ChangeKeepsOthers check, Conversation conversation) {
        List<Case> cases = new ArrayList<>();
        Operation operation = conversation.operation(Effect.CHANGE);
        for (String property : changeable(conversation)) {
            cases.add(new Case(row, "changing " + property, Phase.STATE, () -> {
                Change change = change(conversation, property);
                Optional<Exchange> missing = change.missing(conversation)
                        .or(() -> Optional.of(change.changed()).filter(one -> !conversation.succeeded(operation, one)));
                if (missing.isPresent()) {
                    return Outcome.noTwin(missing.get());
                }
                return kept(conversation, change.created(), property, List.of(change.changed(), change.last()));
            }));
        }
        cases.add(new Case(row, "changing nothing", Phase.STATE, () -> changingNothing(conversation, operation)));
        return cases;
    }

    private static Outcome changingNothing(Conversation conversation, Operation operation) {
        Exchange twin = conversation.sound(operation, conversation.example(operation));
        if (!conversation.succeeded(operation, twin)) {
            return Outcome.noTwin(twin);
        }
        Exchange created = conversation.create("for changing nothing", conversation.mainExample());
        String identity = conversation.names().address(created);
        Exchange changed = conversation.exchange(
                "change of nothing",
                () -> conversation
                        .requests()
                        .bare(operation, identity)
                        .withBody(JsonNodeFactory.instance.objectNode()));
        List<Exchange> seen = new ArrayList<>();
        if (conversation.succeeded(operation, changed)) {
            seen.add(changed);
        } else if (!changed.declined()) {
            return Outcome.neither(changed);
        }
        if (conversation.has(Effect.READ)) {
            seen.add(conversation.exchange(
                    "read after change of nothing",
                    () -> conversation.requests().bare(conversation.operation(Effect.READ), identity)));
        }
        return kept(conversation, created, "", seen);
    }

    /** Judges whether an entity, in each of these exchanges, is as it was created, except for one property. */
    private static Outcome kept(Conversation conversation, Exchange created, String but, List<Exchange> seen) {
        for (Exchange exchange : seen) {
            JsonNode entity = exchange.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
            ObjectNode before = conversation.names().kept(created);
            before.remove(but);
            List<Mismatch> lost = PropertyValues.differences(before, entity);
            if (!lost.isEmpty()) {
                return Outcome.broken(lost, created, exchange);
            }
        }
        return Outcome.honoured("every other property is as it was", seen.toArray(new Exchange[0]));
    }

    /** Checks that a change of a property is refused or has no effect. */
    static List<Case> immutable(Requirement row, ChangeCheck.PropertyImmutable check, Conversation conversation) {
        String property = check.property();
        return List.of(new Case(row, property, Phase.STATE, () -> {
            Operation operation = conversation.operation(Effect.CHANGE);
            Exchange twin = conversation.sound(operation, conversation.example(operation));
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Change change = change(conversation, property);
            if (!conversation.succeeded(conversation.operation(Effect.CREATE), change.created())) {
                return Outcome.noTwin(change.created());
            }
            boolean refused = !change.changed().accepted();
            if (refused && !change.changed().declined()) {
                return Outcome.neither(change.changed());
            }
            JsonNode kept = change.after().path(property);
            if (refused && change.read().isEmpty()) {
                return Outcome.honoured("refused with " + change.changed().line(), change.changed());
            }
            JsonNode submitted = conversation.names().kept(change.created()).path(property);
            return PropertyValues.same(submitted, kept)
                    ? Outcome.honoured(property + " is as submitted", change.changed())
                    : Outcome.broken(Mismatch.of(property, submitted, kept), change.changed());
        }));
    }

    /** Creates an entity, changes one of its properties and, where the target can, reads it. */
    static Change change(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        Operation operation = conversation.operation(Effect.CHANGE);
        Exchange created = conversation.create("for changing " + property, conversation.mainExample());
        String identity = conversation.names().address(created);
        Exchange changed = conversation.exchange("change of " + property, () -> {
            JsonNode value =
                    conversation.samples().other(create, conversation.names().body(created), property);
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set(property, value);
            return conversation.requests().bare(operation, identity).withBody(body);
        });
        Optional<Exchange> read = conversation.has(Effect.READ)
                ? Optional.of(conversation.exchange(
                        "read after change of " + property,
                        () -> conversation.requests().bare(conversation.operation(Effect.READ), identity)))
                : Optional.empty();
        return new Change(conversation.names().body(changed).path(property), created, changed, read);
    }

    /** Returns the properties that a change may name. */
    static List<String> changeable(Conversation conversation) {
        String schema = conversation.operation(Effect.CHANGE).requestSchema().orElseThrow();
        return List.copyOf(conversation.contract().at(schema + "/properties").propertyNames());
    }

    private static int status(Exchange exchange) {
        return exchange.response().map(Response::status).orElse(0);
    }
}
