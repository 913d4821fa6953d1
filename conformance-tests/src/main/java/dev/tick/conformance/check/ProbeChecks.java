package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.HeaderEdit;
import dev.tick.spec.check.Observation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.Resubmission;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Offer;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Probes: each sends an altered request, asserts nothing, and notes what the target does. */
final class ProbeChecks {
    private ProbeChecks() {}

    /** Notes the response to an altered request. */
    static List<Case> probe(
            Requirement row, RequestCheck check, Expectation.Noted expectation, Conversation conversation) {
        return List.of(new Case(row, "probe", Phase.STATE, () -> noted(check, expectation, conversation)));
    }

    private static Outcome noted(RequestCheck check, Expectation.Noted expectation, Conversation conversation) {
        Alteration alteration = check.alteration();
        Operation operation = conversation.operation(check);
        Optional<Outcome> unmet =
                alteration.token().map(TokenKind::of).flatMap(kind -> TokenNeeds.unmet(conversation, operation, kind));
        if (unmet.isPresent()) {
            return unmet.get();
        }
        String example = expectation.example().orElseGet(() -> example(conversation, operation, alteration));
        Exchange twin = conversation.sound(operation, example);
        if (operation.offer() == Offer.OPTIONAL && check.change().equals(Alteration.NONE)) {
            return Outcome.noted(seen(conversation, expectation, twin), twin);
        }
        if (!conversation.succeeded(operation, twin)) {
            return Outcome.noTwin(twin);
        }
        if (check.change().equals(Alteration.NONE) && hasAnAddedEnd(operation, expectation, example, twin)) {
            return Outcome.notTestable(
                    "it is sent with an end, since nothing here can remove what never ends; a target with the capability"
                            + " delete is asked",
                    twin);
        }
        if (check.change() instanceof Resubmission resubmission) {
            return again(resubmission, expectation, conversation, example);
        }
        Exchange exchange;
        if (!(check.change() instanceof Alteration)) {
            exchange = RefusalChecks.exchange(check, conversation);
        } else {
            exchange = alteration.isNone() ? twin : exchange(conversation, operation, alteration);
        }
        return Outcome.noted(seen(conversation, expectation, exchange), exchange);
    }

    /** Returns whether what is observed was submitted although the example has none of it. */
    private static boolean hasAnAddedEnd(
            Operation operation, Expectation.Noted expectation, String example, Exchange twin) {
        return expectation.observation().stream()
                .filter(Observation.BodyValue.class::isInstance)
                .map(Observation::text)
                .anyMatch(pointer -> operation.requestExamples().containsKey(example)
                        && operation.requestExamples().get(example).at(pointer).isMissingNode()
                        && twin.request()
                                .body()
                                .meant()
                                .filter(body -> !body.at(pointer).isMissingNode())
                                .isPresent());
    }

    /** Returns the exchange of an altered request; shared by all rows with this alteration. */
    static Exchange exchange(Conversation conversation, Operation operation, Alteration alteration) {
        String example = example(conversation, operation, alteration);
        return conversation.exchange(
                "altered " + operation.id() + alteration,
                () -> alteration.apply(aside(conversation, operation, example), conversation::token));
    }

    /** Returns the exchange of an operation with another token; shared by all rows that ask for it. */
    static Exchange asOther(Conversation conversation, Operation operation, AlternateToken token) {
        return exchange(conversation, operation, new Alteration(List.of(new HeaderEdit.OtherToken(token))));
    }

    /** Returns the request to alter; a change goes to an entity made for it, since its effect is unknown. */
    private static Request aside(Conversation conversation, Operation operation, String example) {
        Request message = conversation.soundRequest(operation, example);
        return Conversation.effect(operation) == Effect.CHANGE
                ? message.to(operation.pathFor(conversation
                        .names()
                        .identity(conversation.create("for probing changes", conversation.mainExample()))))
                : message;
    }

    /** Returns the first example that the target takes and that has the altered properties; the first of all where none has them. */
    static String example(Conversation conversation, Operation operation, Alteration alteration) {
        return conversation.example(operation, examples(conversation, operation, alteration)::contains);
    }

    /** Returns the examples with the altered properties; all of them where none has these. */
    static List<String> examples(Conversation conversation, Operation operation, Alteration alteration) {
        List<String> all = conversation.requests().examples(conversation.submitting(operation));
        List<String> having = all.stream()
                .filter(example -> alteration.needs().stream()
                        .allMatch(name -> conversation.requests().sends(operation, example, name)))
                .toList();
        return having.isEmpty() ? all : having;
    }

    /** Notes the answers to a submit and a resubmit; all resubmits follow one first submit, in the order of the register. */
    private static Outcome again(
            Resubmission resubmission, Expectation.Noted expectation, Conversation conversation, String example) {
        boolean unchanged = resubmission.values().isEmpty();
        String purpose = unchanged ? "for submitting again unchanged" : "for submitting again";
        Exchange first = conversation.create(purpose, example);
        Exchange second = again(conversation, example, first, resubmission);
        Optional<String> kept = expectation.kept().filter(property -> conversation.has(Effect.READ));
        String after = kept.map(property -> "; then read with " + property + " " + read(conversation, first, property))
                .orElse("");
        return Outcome.noted(
                "first " + seen(conversation, expectation, first) + "; then " + seen(conversation, expectation, second)
                        + sameness(conversation, first, second) + after,
                first,
                second);
    }

    /** Returns in words whether the second submit is answered with the same entity, as far as its number tells; the number itself is no news. */
    private static String sameness(Conversation conversation, Exchange first, Exchange second) {
        return conversation
                .contract()
                .resource()
                .flatMap(resource -> resource.filledWith(ServerValue.NUMBER))
                .map(number -> {
                    JsonNode before = PropertyValues.answered(first, number);
                    JsonNode after = PropertyValues.answered(second, number);
                    return before.isValueNode() && after.isValueNode()
                            ? before.equals(after) ? ", the same " + number : ", another " + number
                            : "";
                })
                .orElse("");
    }

    private static Exchange again(
            Conversation conversation, String example, Exchange first, Resubmission resubmission) {
        return conversation.exchange(
                "again " + example + resubmission.values(),
                () -> first.request()
                        .withBody(resubmission.apply(conversation.names().body(first))));
    }

    /** Sends an entity's submit a second time, unchanged; returns the second exchange. */
    static Exchange submittedAgain(Conversation conversation, String example) {
        Exchange first = conversation.create("for submitting again unchanged", example);
        return again(conversation, example, first, Resubmission.UNCHANGED);
    }

    /** Reads the current value of a property. */
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

    private static String seen(Conversation conversation, Expectation.Noted expectation, Exchange exchange) {
        if (exchange.response().isEmpty()) {
            return exchange.failure();
        }
        Response response = exchange.response().get();
        String code = response.json().at("/error/code").asString("");
        String observed = expectation
                .observation()
                .map(what -> ", " + what.text() + ": " + observed(conversation, response, what))
                .orElse("");
        return "answered " + response.status() + (code.isEmpty() ? "" : " " + code) + observed;
    }

    private static String observed(Conversation conversation, Response response, Observation what) {
        if (what instanceof Observation.HeaderValue header) {
            return response.header(header.name()).orElse("absent");
        }
        if (what instanceof Observation.BodyValue value) {
            JsonNode found = response.json().isContainer()
                    ? response.json().at(value.pointer())
                    : JsonNodeFactory.instance.missingNode();
            if (found.isMissingNode()) {
                return "absent";
            }
            // Which number it is depends on earlier runs.
            boolean numbers = conversation.resource().filledWith(ServerValue.NUMBER).stream()
                    .anyMatch(name -> value.pointer().equals("/" + LocatedDocument.segment(name)));
            return numbers && found.asString("").matches("[0-9]+")
                    ? "decimal digits in a " + type(found)
                    : found.toString();
        }
        // How long a list is depends on earlier runs.
        long entries = response.json()
                .valueStream()
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .limit(2)
                .count();
        return entries == 0 ? "none" : entries == 1 ? "one" : "several";
    }

    private static String type(JsonNode value) {
        return value.isString() ? "text" : "number";
    }
}
