package dev.tick.conformance.check;

import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of checks on what a target holds and what a change does to it. */
final class StateChecks {
    private StateChecks() {}

    /** A change of one property of an entity of its own, and the entity as it is read afterwards. */
    record Change(JsonNode value, Exchange created, Exchange changed, Optional<Exchange> read) {
        /** What should have succeeded for the change to be judged, and did not: the submit, or the reading back. */
        Optional<Exchange> missing(Session session) {
            return session.succeeded(session.operation(Effect.CREATE), created)
                    ? read.filter(one -> !session.succeeded(session.operation(Effect.READ), one))
                    : Optional.of(created);
        }

        /** Where the entity is seen after the change. */
        Exchange last() {
            return read.orElse(changed);
        }

        /** The entity after the change. */
        JsonNode after() {
            return last().response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
        }
    }

    static List<Case> absent(Requirement row, AbsentCheck check, Session session) {
        Operation operation = session.operation(check);
        String example = session.examples(operation).get(0);
        Judge judge = new Judge(check, session, operation, example);
        List<Case> cases = new ArrayList<>();
        if (session.effect(operation) == Effect.REMOVE_MANY) {
            cases.add(judge.absent(
                    row,
                    "never submitted",
                    message -> of(message, session.names().unusedAddress())));
            cases.add(judge.absent(row, "one of two never submitted", message -> {
                String there = Bodies.items(message.body().meant().orElseThrow())
                        .get(0)
                        .asString();
                return of(message, there, session.names().unusedAddress());
            }));
        } else {
            cases.add(judge.absent(
                    row,
                    "never submitted",
                    message -> message.to(operation.pathFor(session.names().unusedAddress()))));
        }
        if (session.effect(operation) == Effect.REMOVE) {
            cases.add(judge.absent(
                    row,
                    "removed before",
                    message -> session.sound(operation, example).request()));
        }
        return cases;
    }

    private static Request of(Request message, String... addresses) {
        ObjectNode body = (ObjectNode) message.body().meant().orElseThrow().deepCopy();
        ArrayNode items = body.putArray(Bodies.list(body).orElseThrow());
        List.of(addresses).forEach(items::add);
        return message.withBody(body);
    }

    /** Makes cases of a row that expects 404. */
    private record Judge(AbsentCheck check, Session session, Operation operation, String example) {
        Case absent(Requirement row, String name, UnaryOperator<Request> change) {
            return new Case(row, name, Phase.STATE, () -> absent(name, change));
        }

        private Outcome absent(String name, UnaryOperator<Request> change) {
            Exchange twin = session.sound(operation, example);
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            Exchange exchange = session.exchange(
                    "absent " + operation.id() + " " + name,
                    () -> change.apply(session.soundMessage(operation, example)));
            return status(exchange) == 404
                    ? RefusalChecks.enveloped(
                            check.error(),
                            session,
                            operation,
                            exchange,
                            exchange.response().orElseThrow())
                    : Outcome.broken(Contrast.of("404", exchange.line()), exchange);
        }
    }

    static List<Case> changes(Requirement row, ChangeCheck.PropertyChanges check, Session session) {
        String property = check.property();
        return List.of(new Case(row, property, Phase.STATE, () -> {
            Change change = change(session, property);
            Optional<Exchange> missing = change.missing(session);
            if (missing.isPresent()) {
                return RefusalChecks.noTwin(missing.get());
            }
            Operation operation = session.operation(Effect.CHANGE);
            if (!session.succeeded(operation, change.changed())) {
                return Outcome.broken(
                        Contrast.of(
                                operation.success().status() + " with the entity",
                                change.changed().line()),
                        change.changed());
            }
            JsonNode answered = change.changed().response().orElseThrow().json().path(property);
            JsonNode kept = change.after().path(property);
            return Properties.same(change.value(), answered) && Properties.same(change.value(), kept)
                    ? Outcome.honoured(property + " is " + kept, change.changed())
                    : Outcome.broken(
                            Contrast.of(property, change.value(), answered + " and, read back, " + kept),
                            change.changed());
        }));
    }

    static List<Case> keeps(Requirement row, ChangeCheck.ChangeKeepsOthers check, Session session) {
        List<Case> cases = new ArrayList<>();
        Operation operation = session.operation(Effect.CHANGE);
        for (String property : changeable(session)) {
            cases.add(new Case(row, "changing " + property, Phase.STATE, () -> {
                Change change = change(session, property);
                Optional<Exchange> missing = change.missing(session)
                        .or(() -> Optional.of(change.changed()).filter(one -> !session.succeeded(operation, one)));
                if (missing.isPresent()) {
                    return RefusalChecks.noTwin(missing.get());
                }
                return kept(session, change.created(), property, List.of(change.changed(), change.last()));
            }));
        }
        cases.add(new Case(row, "changing nothing", Phase.STATE, () -> changingNothing(session, operation)));
        return cases;
    }

    private static Outcome changingNothing(Session session, Operation operation) {
        Exchange twin = session.sound(operation, session.examples(operation).get(0));
        if (!session.succeeded(operation, twin)) {
            return RefusalChecks.noTwin(twin);
        }
        Exchange created =
                session.create("for changing nothing", session.samples().firstExample());
        String identity = session.names().address(created);
        Exchange changed = session.exchange(
                "change of nothing",
                () -> session.message(operation, identity).withBody(JsonNodeFactory.instance.objectNode()));
        List<Exchange> seen = new ArrayList<>();
        if (session.succeeded(operation, changed)) {
            seen.add(changed);
        } else if (!changed.declined()) {
            return RefusalChecks.neither(changed);
        }
        if (session.has(Effect.READ)) {
            seen.add(session.exchange(
                    "read after change of nothing", () -> session.message(session.operation(Effect.READ), identity)));
        }
        return kept(session, created, "", seen);
    }

    /** Whether an entity, wherever it was seen, is as it was created, but for one property. */
    private static Outcome kept(Session session, Exchange created, String but, List<Exchange> seen) {
        for (Exchange exchange : seen) {
            JsonNode entity = exchange.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
            ObjectNode before = session.names().kept(created);
            before.remove(but);
            List<Contrast> lost = Properties.differences(before, entity);
            if (!lost.isEmpty()) {
                return Outcome.broken(lost, created, exchange);
            }
        }
        return Outcome.honoured("every other property is as it was", seen.toArray(new Exchange[0]));
    }

    static List<Case> immutable(Requirement row, ChangeCheck.PropertyImmutable check, Session session) {
        String property = check.property();
        return List.of(new Case(row, property, Phase.STATE, () -> {
            Operation operation = session.operation(Effect.CHANGE);
            Exchange twin = session.sound(operation, session.examples(operation).get(0));
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            Change change = change(session, property);
            if (!session.succeeded(session.operation(Effect.CREATE), change.created())) {
                return RefusalChecks.noTwin(change.created());
            }
            boolean refused = !change.changed().accepted();
            if (refused && !change.changed().declined()) {
                return RefusalChecks.neither(change.changed());
            }
            JsonNode kept = change.after().path(property);
            if (refused && change.read().isEmpty()) {
                return Outcome.honoured("refused with " + change.changed().line(), change.changed());
            }
            JsonNode submitted = session.names().kept(change.created()).path(property);
            return Properties.same(submitted, kept)
                    ? Outcome.honoured(property + " is as submitted", change.changed())
                    : Outcome.broken(Contrast.of(property, submitted, kept), change.changed());
        }));
    }

    static Change change(Session session, String property) {
        Operation create = session.operation(Effect.CREATE);
        Operation operation = session.operation(Effect.CHANGE);
        Exchange created =
                session.create("for changing " + property, session.samples().firstExample());
        String identity = session.names().address(created);
        Exchange changed = session.exchange("change of " + property, () -> {
            JsonNode value = session.samples().other(create, session.names().body(created), property);
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set(property, value);
            return session.message(operation, identity).withBody(body);
        });
        Optional<Exchange> read = session.has(Effect.READ)
                ? Optional.of(session.exchange(
                        "read after change of " + property,
                        () -> session.message(session.operation(Effect.READ), identity)))
                : Optional.empty();
        return new Change(session.names().body(changed).path(property), created, changed, read);
    }

    /** The properties that a change may name. */
    static List<String> changeable(Session session) {
        String schema = session.operation(Effect.CHANGE).requestSchema().orElseThrow();
        return List.copyOf(session.contract().at(schema + "/properties").propertyNames());
    }

    private static int status(Exchange exchange) {
        return exchange.response().map(Response::status).orElse(0);
    }
}
