package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks that lists show entities as the responses to their submits did. */
final class AnswerListChecks {
    /** Longer than a column of 1,000 or 1,024 characters, and shorter than any limit that clients keep to. */
    private static final int LONG = 1_100;

    /** Values that move on without a client. */
    private static final Set<ServerValue> PASSING = EnumSet.of(ServerValue.UPDATE_TIME, ServerValue.UPDATER);

    private AnswerListChecks() {}

    /** Checks a long text, a list in no order, and at the end everything that was submitted once. */
    static List<Case> listedAsAnswered(Requirement row, Conversation conversation) {
        List<Case> cases = new ArrayList<>();
        String text = conversation.requests().freeText(conversation.operation(Effect.CREATE));
        cases.add(new Case(
                row, "a long " + text, Phase.STATE, () -> submitted(conversation, text, body -> lengthen(body, text))));
        for (String list : lists(conversation)) {
            cases.add(new Case(
                    row,
                    list + " in no order, and with one twice",
                    Phase.STATE,
                    () -> submitted(conversation, list, body -> fill(body, list))));
        }
        cases.add(new Case(row, "everything, at the end", Phase.END, () -> everything(conversation)));
        return cases;
    }

    private static List<String> lists(Conversation conversation) {
        String properties =
                conversation.operation(Effect.CREATE).requestSchema().orElseThrow() + "/properties";
        return conversation.contract().at(properties).properties().stream()
                .filter(property -> property.getValue().path("type").toString().contains("array"))
                .filter(property -> property.getValue()
                        .path("items")
                        .path("type")
                        .asString("")
                        .equals("string"))
                .filter(property ->
                        property.getValue().path("items").path("enum").isMissingNode())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void lengthen(ObjectNode body, String property) {
        String text = body.path(property).asString("");
        body.put(property, "A long text. ".repeat(LONG / "A long text. ".length() + 1) + text);
    }

    private static void fill(ObjectNode body, String property) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        List.of("tick b", "Tick a", "tick c", "tick b").forEach(items::add);
        body.set(property, items);
    }

    /** Submits an unusual entity, which a target may decline, and looks for it in a list. */
    private static Outcome submitted(Conversation conversation, String property, Consumer<ObjectNode> change) {
        Operation create = conversation.operation(Effect.CREATE);
        Exchange own = conversation.own();
        if (!conversation.succeeded(create, own)) {
            return Outcome.noTwin(own);
        }
        Exchange created = conversation.exchange("create for listing " + property, () -> {
            ObjectNode body = conversation.samples().fresh(create, conversation.mainExample());
            change.accept(body);
            return own.request().withBody(body);
        });
        if (!conversation.succeeded(create, created)) {
            return Outcome.noted("not taken, so not looked for: " + created.line(), created);
        }
        Exchange list = conversation.exchange(
                "list with " + property, () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
        String identity = conversation.names().identity(created);
        if (!conversation.lists().holds(list, identity)) {
            return Outcome.notListed(list, identity);
        }
        List<Mismatch> differing = differences(conversation, created, list);
        return differing.isEmpty()
                ? Outcome.honoured("it is listed as it was answered", created, list)
                : Outcome.broken(differing, created, list);
    }

    private static Outcome everything(Conversation conversation) {
        conversation.createAll();
        Exchange list = conversation.lists().last();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        List<Exchange> once = submittedOnce(conversation);
        if (once.isEmpty()) {
            return Outcome.notTestable("every submit was followed by another request about what it made");
        }
        for (Exchange created : once) {
            List<Mismatch> differing = differences(conversation, created, list);
            if (!differing.isEmpty()) {
                return Outcome.broken(differing, created, list);
            }
        }
        return Outcome.honoured("everything is listed as it was answered", list);
    }

    /** Returns the submits of the own caller that no later request is about. */
    private static List<Exchange> submittedOnce(Conversation conversation) {
        Optional<String> own = conversation.own().request().authorization();
        Map<String, Integer> requests = new HashMap<>();
        for (Exchange exchange : conversation.exchanges()) {
            named(conversation, exchange).forEach(name -> requests.merge(name, 1, Integer::sum));
        }
        Set<String> removed = conversation.history().aimedAtByRemovals();
        return conversation.history().creations().stream()
                .filter(created -> created.request().authorization().equals(own))
                .filter(created -> requests.getOrDefault(conversation.names().identity(created), 0) == 1)
                .filter(created -> !removed.contains(conversation.names().address(created)))
                .toList();
    }

    private static Stream<String> named(Conversation conversation, Exchange exchange) {
        Stream<String> addressed = conversation.contract().operation(Effect.CHANGE).stream()
                .filter(change -> change.method().equals(exchange.request().method()))
                .flatMap(change -> change.match(exchange.request().path()).stream())
                .flatMap(match -> Optional.of(match).flatMap(PathMatch::parameter).stream());
        return Stream.concat(conversation.names().identities(exchange.request()).stream(), addressed);
    }

    private static List<Mismatch> differences(Conversation conversation, Exchange created, Exchange list) {
        JsonNode answer = created.response().map(Response::json).orElseThrow();
        String identity = conversation.names().identity(created);
        JsonNode entry = conversation.lists().entry(list, identity);
        if (entry.isMissingNode()) {
            return List.of();
        }
        Map<String, ServerValue> set = conversation.resource().serverValues();
        return conversation.resource().properties().stream()
                .filter(property -> set.get(property) != ServerValue.CONTEXT)
                .filter(answer::hasNonNull)
                .filter(property -> Optional.ofNullable(set.get(property))
                                .filter(PASSING::contains)
                                .isPresent()
                        ? !entry.hasNonNull(property)
                        : !PropertyValues.same(answer.path(property), entry.path(property)))
                .map(property -> Mismatch.of(
                        property + " of " + identity,
                        answer.path(property),
                        PropertyValues.shown(entry.path(property))))
                .toList();
    }
}
