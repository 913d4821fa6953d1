package dev.tick.conformance.check;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asserts nothing: sends an altered request and notes what the target does. */
final class ProbeCheck {
    /** What to observe of a list whose length and content depend on earlier runs. */
    private static final String ENTRIES = "entries";

    private ProbeCheck() {}

    static List<Case> probe(Requirement row, Check check, Session session) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        Alteration alteration = Alteration.of(check.data());
        Optional<TokenKind> token = alteration.token();
        return List.of(new Case(row, "probe", Phase.STATE, () -> {
            if (token.flatMap(kind -> session.target().token(kind)).isPresent() != token.isPresent()) {
                return Outcome.notTestable(token.orElseThrow().variable() + " is not set");
            }
            String example = check.text("example").orElse(example(session, operation, alteration));
            Exchange twin = session.sound(operation, example);
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            if (check.data().has("again")) {
                return again(check, session, example);
            }
            if (check.data().has("defect")) {
                Exchange exchange = RefusalChecks.exchange(row, check, session, operation);
                return Outcome.noted(seen(check, exchange), exchange);
            }
            Exchange exchange = alteration.isNone() ? twin : exchange(session, operation, alteration);
            return Outcome.noted(seen(check, exchange), exchange);
        }));
    }

    /** The exchange of an altered request; shared by every row that asks for the same. */
    static Exchange exchange(Session session, Operation operation, Alteration alteration) {
        String example = example(session, operation, alteration);
        return session.exchange(
                "altered " + operation.id() + alteration,
                () -> alteration.in(
                        aside(session, operation, example), session.target().tokens()));
    }

    /** A change that is altered is aimed at an entity of its own, since nobody knows what it does there. */
    private static Request aside(Session session, Operation operation, String example) {
        Request message = session.soundMessage(operation, example);
        return session.effect(operation) == Effect.CHANGE
                ? message.to(operation.pathFor(session.names()
                        .identity(session.create(
                                "for probing changes", session.samples().firstExample()))))
                : message;
    }

    /** The first example that has the properties which are altered. */
    static String example(Session session, Operation operation, Alteration alteration) {
        return session.examples(operation).stream()
                .filter(example ->
                        alteration.needs().stream().allMatch(name -> session.sends(operation, example, name)))
                .findFirst()
                .orElse(session.examples(operation).get(0));
    }

    /** All second submits follow one first submit, in the order of the register. */
    private static Outcome again(Check check, Session session, String example) {
        JsonNode changes = check.data().path("again");
        String purpose = changes.isEmpty() ? "for submitting again unchanged" : "for submitting again";
        Exchange first = session.create(purpose, example);
        Exchange second = again(session, example, first, changes);
        Optional<String> kept = check.text("kept").filter(property -> session.has(Effect.READ));
        String after = kept.map(property -> "; then read with " + property + " " + read(session, first, property))
                .orElse("");
        return Outcome.noted("first " + seen(check, first) + "; then " + seen(check, second) + after, first, second);
    }

    private static Exchange again(Session session, String example, Exchange first, JsonNode changes) {
        return session.exchange("again " + example + changes, () -> {
            ObjectNode body = session.names().body(first).deepCopy();
            changes.properties().forEach(change -> body.set(change.getKey(), change.getValue()));
            return first.request().withBody(body);
        });
    }

    /** The same submit twice. */
    static Exchange submittedAgain(Session session, String example) {
        Exchange first = session.create("for submitting again unchanged", example);
        return again(session, example, first, JsonNodeFactory.instance.objectNode());
    }

    /** What a property holds after all that. */
    private static JsonNode read(Session session, Exchange created, String property) {
        Exchange exchange = session.exchange(
                "read of " + property + " after submitting again",
                () -> session.message(
                        session.operation(Effect.READ), session.names().identity(created)));
        return exchange.response()
                .map(Response::json)
                .orElse(JsonNodeFactory.instance.missingNode())
                .path(property);
    }

    private static String seen(Check check, Exchange exchange) {
        if (exchange.response().isEmpty()) {
            return exchange.failure();
        }
        Response response = exchange.response().get();
        String code = response.json().at("/error/code").asString("");
        String observed = check.text("observe")
                .map(what -> ", " + what + ": " + observed(response, what))
                .orElse("");
        return "answered " + response.status() + (code.isEmpty() ? "" : " " + code) + observed;
    }

    private static String observed(Response response, String what) {
        if (what.equals(ENTRIES)) {
            long entries = response.json()
                    .valueStream()
                    .filter(JsonNode::isArray)
                    .flatMap(JsonNode::valueStream)
                    .limit(2)
                    .count();
            return entries == 0 ? "none" : entries == 1 ? "one" : "several";
        }
        if (!what.startsWith("/")) {
            return response.header(what).orElse("absent");
        }
        JsonNode value =
                response.json().isContainer() ? response.json().at(what) : JsonNodeFactory.instance.missingNode();
        return value.isMissingNode() ? "absent" : value.toString();
    }
}
