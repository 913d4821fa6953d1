package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.conversation.VariedImport;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.sample.Variety;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Further cases of checks on echoes, lists, changes and batches: with values of many kinds. */
final class VariedChecks {
    private static final String ALL = "values of every kind";

    private VariedChecks() {}

    /** Returns the cases of an echo: in the response to a submit, or in a later read. */
    static List<Case> echoed(Requirement row, Operation operation, String property, Conversation conversation) {
        boolean read = Conversation.effect(operation) == Effect.READ;
        List<Case> cases = new ArrayList<>();
        for (Variety variety : conversation.varied().all()) {
            if (variety.kinds().containsKey(property)) {
                String name = variety.name() + ": " + variety.words(property);
                cases.add(new Case(
                        row,
                        name,
                        Phase.STATE,
                        () -> read
                                ? readBack(operation, variety, property, conversation)
                                : answered(operation, variety, property, conversation)));
            }
        }
        return cases;
    }

    private static Outcome readBack(Operation operation, Variety variety, String property, Conversation conversation) {
        return conversation.varied().isThere(variety)
                ? same(
                        operation,
                        conversation
                                .names()
                                .body(conversation.varied().submitted(variety))
                                .path(property),
                        conversation.varied().read(variety),
                        property)
                : notThere(conversation.varied().submitted(variety));
    }

    private static Outcome answered(Operation operation, Variety variety, String property, Conversation conversation) {
        Exchange exchange = conversation.varied().carrying(variety, property);
        return exchange.declined()
                ? notThere(exchange)
                : same(operation, conversation.names().body(exchange).path(property), exchange, property);
    }

    /** Returns the cases of a change of a property. */
    static List<Case> changed(Requirement row, String property, Conversation conversation) {
        Operation operation = conversation.operation(Effect.CHANGE);
        return changing(row, operation, property, conversation, variety -> {
            if (!conversation.varied().isThere(variety)) {
                return notThere(conversation.varied().submitted(variety));
            }
            Exchange exchange = conversation.varied().changed(variety);
            if (!exchange.accepted()) {
                exchange = conversation.varied().changed(variety, property);
            }
            return exchange.declined()
                    ? notThere(exchange)
                    : same(operation, conversation.names().body(exchange).path(property), exchange, property);
        });
    }

    /** Returns the cases of a second submit of a property: in the response, and in the list. */
    static List<Case> updated(Requirement row, String property, Conversation conversation) {
        Operation operation = conversation.operation(Effect.CREATE);
        return changing(row, operation, property, conversation, variety -> {
            if (!conversation.varied().isThere(variety)) {
                return notThere(conversation.varied().submitted(variety));
            }
            Exchange exchange = conversation.varied().resubmitted(variety);
            if (!conversation.succeeded(operation, exchange)) {
                return exchange.declined() ? notThere(exchange) : Outcome.neither(exchange);
            }
            JsonNode sent = conversation.names().body(exchange).path(property);
            Outcome answered = same(operation, sent, exchange, property);
            if (answered.kind() != Outcome.Kind.HONOURED || !conversation.has(Effect.LIST)) {
                return answered;
            }
            Exchange list = conversation.lists().last();
            String identity = conversation.names().identity(exchange);
            if (!conversation.lists().holds(list, identity)) {
                return Outcome.notListed(list, identity);
            }
            JsonNode listed = conversation.lists().entry(list, identity).path(property);
            return PropertyValues.same(sent, listed)
                    ? Outcome.honoured(property + " is as it was sent, in the list as well", exchange, list)
                    : Outcome.broken(
                            Mismatch.of(property, sent + " in the list", PropertyValues.shown(listed)), exchange, list);
        });
    }

    /** Returns the cases of a list that shows what was submitted. */
    static List<Case> listed(Requirement row, Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        return conversation.varied().all().stream()
                .map(variety -> new Case(row, variety.name(), Phase.STATE, () -> {
                    Exchange created = conversation.varied().submitted(variety);
                    if (!conversation.succeeded(create, created)) {
                        return notThere(created);
                    }
                    Exchange list = conversation.lists().afterRefusals();
                    String identity = conversation.names().identity(created);
                    if (!conversation.lists().holds(list, identity)) {
                        return Outcome.notListed(list, identity);
                    }
                    List<Mismatch> differing = PropertyValues.differences(
                            conversation.names().kept(created),
                            conversation.lists().entry(list, identity));
                    return differing.isEmpty()
                            ? Outcome.honoured("it is listed as it was sent", created, list)
                            : Outcome.broken(differing, created, list);
                }))
                .toList();
    }

    /** Returns the case of a batch whose items are listed as they were sent. */
    static Case imported(Requirement row, Conversation conversation, Function<Exchange, Outcome> listed) {
        return new Case(row, ALL, Phase.STATE, () -> {
            Exchange whole = conversation.variedImport().whole();
            return whole.declined() ? notThere(whole) : listed.apply(whole);
        });
    }

    /** Checks that a batch takes each item that a submit takes. */
    static List<Case> itemsTaken(Requirement row, BatchCheck.ItemsTaken check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        return List.of(new Case(row, ALL, Phase.STATE, () -> {
            VariedImport imports = conversation.variedImport();
            Exchange whole = imports.whole();
            if (imports.names().isEmpty()) {
                return Outcome.noTwin(conversation.own());
            }
            if (SuccessRules.answered(operation, whole)) {
                return resultsOf(conversation, imports.names(), whole);
            }
            List<String> culprits = new ArrayList<>(imports.names());
            Exchange part = whole;
            while (culprits.size() > 1) {
                List<String> half = culprits.subList(0, culprits.size() / 2);
                Exchange first = imports.part(half);
                boolean inFirst = !SuccessRules.answered(operation, first) || anyFailed(conversation, first);
                culprits = inFirst
                        ? new ArrayList<>(half)
                        : new ArrayList<>(culprits.subList(culprits.size() / 2, culprits.size()));
                part = inFirst ? first : part;
            }
            return Outcome.broken(
                    Mismatch.of("an item like " + culprits.get(0) + " to be taken, as a submit of it is", part.line()),
                    whole,
                    part);
        }));
    }

    private static boolean anyFailed(Conversation conversation, Exchange exchange) {
        return BatchAnswer.of(conversation.contract(), exchange).results().stream()
                .anyMatch(BatchAnswer.Result::failed);
    }

    private static Outcome resultsOf(Conversation conversation, List<String> names, Exchange exchange) {
        BatchAnswer answer = BatchAnswer.of(conversation.contract(), exchange);
        List<JsonNode> items = Body.items(conversation.names().body(exchange));
        for (int i = 0; i < items.size(); i++) {
            boolean failed = answer.of(conversation.samples().identity(items.get(i)))
                    .filter(BatchAnswer.Result::failed)
                    .isPresent();
            if (failed) {
                return Outcome.broken(
                        Mismatch.of("an item like " + names.get(i) + " to be taken, as a submit of it is", "a failure"),
                        exchange);
            }
        }
        return Outcome.honoured("each item is taken that a submit takes", exchange);
    }

    /** Judges the value of a property in a response. */
    private static Outcome same(Operation operation, JsonNode sent, Exchange exchange, String property) {
        if (!SuccessRules.answered(operation, exchange)) {
            return Outcome.unanswered(operation, exchange);
        }
        JsonNode got = PropertyValues.answered(exchange, property);
        return PropertyValues.same(sent, got)
                ? Outcome.honoured(property + " is as it was sent", exchange)
                : Outcome.broken(Mismatch.of(property, sent, PropertyValues.shown(got)), exchange);
    }

    /** Echoes are not judged where the target declines alone; the rows on values that are taken tell of it. */
    private static Outcome notThere(Exchange exchange) {
        return exchange.declined()
                ? Outcome.honoured("such a value is not taken: " + exchange.line(), exchange)
                : Outcome.noTwin(exchange);
    }

    private static List<Case> changing(
            Requirement row,
            Operation operation,
            String property,
            Conversation conversation,
            Function<Variety, Outcome> judge) {
        List<Case> cases = new ArrayList<>();
        for (Variety variety : conversation.varied().changeable()) {
            Variety next = conversation.varied().next(operation, variety);
            if (next.kinds().containsKey(property)) {
                String name = variety.name() + ": " + next.words(property);
                cases.add(new Case(row, name, Phase.END, () -> judge.apply(variety)));
            }
        }
        return cases;
    }
}
