package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.Timestamp;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity with every property, followed by one with what is required and no more.
 *
 * @param row the requirement
 * @param conversation in which they are submitted
 * @param steps the requests
 */
record TakenOver(Requirement row, Conversation conversation, Steps steps) {
    /** Checks that a submit takes over nothing of the one before it. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, this::answered));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.STATE, this::listed));
        }
        return cases;
    }

    /** Submits every property and, right after it, what is required and no more; returns the first. */
    Exchange whole() {
        Exchange whole = steps.submit("submit of every property", () -> FullBodies.fresh(conversation));
        if (steps.taken(whole)) {
            submitSparse();
        }
        return whole;
    }

    private Exchange full() {
        Exchange whole = whole();
        return whole.declined()
                ? steps.submit(
                        "submit of many properties, before a sparse one", () -> steps.fresh(conversation.mainExample()))
                : whole;
    }

    /** Submits what is required and no more, right after every property. */
    Exchange sparse() {
        full();
        return submitSparse();
    }

    private Exchange submitSparse() {
        return steps.submit("sparse submit", this::sparseBody);
    }

    /** Returns a body with what is required and no more. */
    ObjectNode sparseBody() {
        ObjectNode body = steps.fresh(conversation.mainExample());
        List<String> required = conversation
                .contract()
                .at(schema() + "/required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return conversation.samples().ended(body.retain(required));
    }

    private Outcome answered() {
        Exchange full = full();
        Exchange sparse = sparse();
        if (!steps.taken(full) || !steps.taken(sparse)) {
            return Outcome.noTwin(steps.taken(full) ? sparse : full);
        }
        JsonNode entity = sparse.response().map(Response::json).orElseGet(JsonNodeFactory.instance::missingNode);
        Outcome outcome =
                judge(conversation.names().body(full), conversation.names().body(sparse), entity, full, sparse);
        return outcome.kind() == Outcome.Kind.HONOURED && !alike().isEmpty() ? following() : outcome;
    }

    /** Returns the properties in which the sparse one is like the full one, be it by a default. */
    private List<String> alike() {
        Exchange full = full();
        Exchange sparse = sparse();
        JsonNode sent = conversation.names().body(full);
        JsonNode omitted = conversation.names().body(sparse);
        return sent.propertyNames().stream()
                .filter(property ->
                        !omitted.has(property) && !sent.path(property).isArray())
                .filter(property -> PropertyValues.same(sent.path(property), PropertyValues.answered(sparse, property)))
                .toList();
    }

    /** Judges whether a property that may have its value by a default follows when the submit before has another one. */
    private Outcome following() {
        Exchange full = full();
        Exchange varied = varied();
        if (!steps.taken(varied)) {
            return Outcome.honoured(
                    "what is alike may be a default: other values are declined", full, sparse(), varied);
        }
        Exchange again = sparseAfterVaried();
        JsonNode first = conversation.names().body(full);
        JsonNode second = conversation.names().body(varied);
        List<Mismatch> following = alike().stream()
                .filter(property -> !second.path(property).equals(first.path(property)))
                .filter(property ->
                        PropertyValues.same(second.path(property), PropertyValues.answered(again, property)))
                .map(property -> Mismatch.of(
                        property,
                        "nothing of the one before",
                        first.path(property) + ", and after another value " + second.path(property)))
                .toList();
        return following.isEmpty()
                ? Outcome.honoured("nothing of the one before is in it", full, sparse(), varied, again)
                : Outcome.broken(following, full, sparse(), varied, again);
    }

    /** Submits the full one with other values for what the sparse one may have by a default and, right after it, a sparse one. */
    private Exchange varied() {
        List<String> alike = alike();
        Exchange varied = steps.submit("submit of other values, before a sparse one", () -> {
            String identity = conversation.resource().identity();
            ObjectNode body = conversation.names().body(full()).deepCopy();
            body.set(identity, conversation.samples().other(steps.operation(Effect.CREATE), body, identity));
            alike.forEach(property -> FullBodies.vary(conversation, body, property));
            return body;
        });
        if (steps.taken(varied)) {
            sparseAfterVaried();
        }
        return varied;
    }

    private Exchange sparseAfterVaried() {
        return steps.submit("sparse submit after other values", this::sparseBody);
    }

    private Outcome listed() {
        Exchange full = full();
        Exchange sparse = sparse();
        if (!steps.taken(full) || !steps.taken(sparse)) {
            return Outcome.noTwin(steps.taken(full) ? sparse : full);
        }
        Exchange list = conversation.lists().afterRefusals();
        List<JsonNode> entries = steps.listed(list, steps.address(sparse));
        return entries.isEmpty()
                ? Outcome.notListed(list, conversation.names().identity(sparse))
                : judge(
                        conversation.names().body(full),
                        conversation.names().body(sparse),
                        entries.get(0),
                        full,
                        sparse,
                        list);
    }

    /** Returns a body with every property; where a sparse submit showed the same without it, with another value. */
    ObjectNode fullBody() {
        ObjectNode body = FullBodies.fresh(conversation);
        if (!alike().isEmpty() && steps.taken(varied())) {
            JsonNode other = conversation.names().body(varied());
            alike().forEach(property -> body.set(property, other.path(property)));
        }
        return body;
    }

    /** Judges the sparse second item of a batch by the list; its first item has every property. */
    Outcome listedOf(Exchange batch) {
        List<JsonNode> items = steps.items(batch);
        Exchange list = conversation.lists().afterRefusals();
        String identity = conversation.samples().identity(items.get(1));
        List<JsonNode> entries = steps.listed(list, steps.number(batch, identity));
        return entries.isEmpty()
                ? Outcome.notListed(list, identity)
                : judge(items.get(0), items.get(1), entries.get(0), batch, sparse(), list);
    }

    private Outcome judge(JsonNode full, JsonNode sparse, JsonNode entity, Exchange... shown) {
        List<Mismatch> taken = full.properties().stream()
                .filter(one -> !sparse.has(one.getKey()))
                .filter(one -> isOwn(one.getKey(), one.getValue()))
                .filter(one -> PropertyValues.same(one.getValue(), entity.path(one.getKey())))
                .map(one -> Mismatch.of(
                        one.getKey(), "nothing of the one before", PropertyValues.shown(entity.path(one.getKey()))))
                .toList();
        return taken.isEmpty()
                ? Outcome.honoured("nothing of the one before is in it", shown)
                : Outcome.broken(taken, shown);
    }

    /** Returns whether no server has such a value by chance, as it may have a number, a listed value or a default. */
    private boolean isOwn(String property, JsonNode value) {
        String pointer = schema() + "/properties/" + LocatedDocument.segment(property);
        boolean isDefault = PropertyValues.same(conversation.contract().at(pointer + "/default"), value);
        boolean isText = conversation
                .samples()
                .distinguishing(steps.operation(Effect.CREATE), property, "")
                .isPresent();
        return !isDefault
                && (isText
                        || Timestamp.read(value).isPresent()
                        || (value.isArray() && !value.isEmpty())
                        || showsOther(property, value));
    }

    /** Returns whether a target that shows what was sent shows something else where a sparse submit sent nothing. */
    private boolean showsOther(String property, JsonNode value) {
        Exchange full = full();
        JsonNode sent = conversation.names().body(full).path(property);
        return !sent.isMissingNode()
                && PropertyValues.same(sent, PropertyValues.answered(full, property))
                && !PropertyValues.same(value, PropertyValues.answered(sparse(), property));
    }

    private String schema() {
        Operation create = steps.operation(Effect.CREATE);
        return create.requestSchema().orElseThrow();
    }
}
