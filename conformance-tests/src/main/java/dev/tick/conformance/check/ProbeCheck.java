package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
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

    static List<Case> probe(Requirement row, Check check, Conversation conversation) {
        Operation operation =
                conversation.contract().operation(check.text("operation").orElseThrow());
        Alteration alteration = Alteration.of(check.data());
        Optional<TokenKind> token = alteration.token();
        return List.of(new Case(row, "probe", Phase.STATE, () -> {
            if (token.flatMap(kind -> conversation.target().token(kind)).isPresent() != token.isPresent()) {
                return Outcome.notTestable(token.orElseThrow().variable() + " is not set");
            }
            String example = check.text("example").orElse(example(conversation, operation, alteration));
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            if (check.data().has("again")) {
                return again(check, conversation, example);
            }
            if (check.data().has("defect")) {
                Exchange exchange = RefusalChecks.exchange(row, check, conversation, operation);
                return Outcome.noted(seen(check, exchange), exchange);
            }
            Exchange exchange = alteration.isNone() ? twin : exchange(conversation, operation, alteration);
            return Outcome.noted(seen(check, exchange), exchange);
        }));
    }

    /** The exchange of an altered request; shared by every row that asks for the same. */
    static Exchange exchange(Conversation conversation, Operation operation, Alteration alteration) {
        String example = example(conversation, operation, alteration);
        return conversation.exchange(
                "altered " + operation.id() + alteration,
                () -> alteration.in(
                        aside(conversation, operation, example),
                        conversation.target().tokens()));
    }

    /** A change that is altered is aimed at an entity of its own, since nobody knows what it does there. */
    private static Request aside(Conversation conversation, Operation operation, String example) {
        Request message = conversation.soundRequest(operation, example);
        return Conversation.effect(operation) == Effect.CHANGE
                ? message.to(operation.pathFor(conversation
                        .names()
                        .identity(conversation.create(
                                "for probing changes", conversation.samples().firstExample()))))
                : message;
    }

    /** The first example that has the properties which are altered. */
    static String example(Conversation conversation, Operation operation, Alteration alteration) {
        return conversation.requests().examples(operation).stream()
                .filter(example -> alteration.needs().stream()
                        .allMatch(name -> conversation.requests().sends(operation, example, name)))
                .findFirst()
                .orElse(conversation.requests().examples(operation).get(0));
    }

    /** All second submits follow one first submit, in the order of the register. */
    private static Outcome again(Check check, Conversation conversation, String example) {
        JsonNode changes = check.data().path("again");
        String purpose = changes.isEmpty() ? "for submitting again unchanged" : "for submitting again";
        Exchange first = conversation.create(purpose, example);
        Exchange second = again(conversation, example, first, changes);
        Optional<String> kept = check.text("kept").filter(property -> conversation.has(Effect.READ));
        String after = kept.map(property -> "; then read with " + property + " " + read(conversation, first, property))
                .orElse("");
        return Outcome.noted("first " + seen(check, first) + "; then " + seen(check, second) + after, first, second);
    }

    private static Exchange again(Conversation conversation, String example, Exchange first, JsonNode changes) {
        return conversation.exchange("again " + example + changes, () -> {
            ObjectNode body = conversation.names().body(first).deepCopy();
            changes.properties().forEach(change -> body.set(change.getKey(), change.getValue()));
            return first.request().withBody(body);
        });
    }

    /** The same submit twice. */
    static Exchange submittedAgain(Conversation conversation, String example) {
        Exchange first = conversation.create("for submitting again unchanged", example);
        return again(conversation, example, first, JsonNodeFactory.instance.objectNode());
    }

    /** What a property holds after all that. */
    private static JsonNode read(Conversation conversation, Exchange created, String property) {
        Exchange exchange = conversation.exchange(
                "read of " + property + " after submitting again",
                () -> conversation
                        .requests()
                        .bare(
                                conversation.operation(Effect.READ),
                                conversation.names().identity(created)));
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
