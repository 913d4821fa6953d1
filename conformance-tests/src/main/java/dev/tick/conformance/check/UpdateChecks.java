package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of resubmits: second submits of an identity. */
final class UpdateChecks {
    private UpdateChecks() {}

    /** A submit, and a resubmit with another value for one property. */
    record Update(Exchange first, Exchange second) {}

    /** Judges what is shown after a resubmit, in its response or in the list. */
    private interface Judgement {
        Outcome of(Update update, JsonNode got, Exchange shown);
    }

    /** Judges the time that a response or the list has after a resubmit. */
    interface TimeJudge {
        Outcome judge(JsonNode got, Exchange first, Exchange second, Exchange shown);
    }

    /** Checks a time that the server sets at a resubmit, in response and list. */
    static List<Case> timed(Requirement row, String property, Conversation conversation, TimeJudge judge) {
        return cases(
                row,
                conversation,
                property,
                (update, got, shown) -> judge.judge(got, update.first(), update.second(), shown));
    }

    /** Checks that response and list have the second value after a resubmit. */
    static List<Case> updates(Requirement row, ChangeCheck.ResubmitUpdates check, Conversation conversation) {
        String property = check.property();
        List<Case> cases = new ArrayList<>(expecting(
                row,
                conversation,
                property,
                update -> conversation.names().body(update.second()).path(property)));
        cases.addAll(VariedChecks.updated(row, property, conversation));
        return cases;
    }

    /** Checks that response and list still have the first value after a resubmit. */
    static List<Case> keeps(Requirement row, ChangeCheck.ResubmitKeeps check, Conversation conversation) {
        String property = check.property();
        return expecting(row, conversation, property, update -> PropertyValues.answered(update.first(), property));
    }

    private static List<Case> expecting(
            Requirement row, Conversation conversation, String property, Function<Update, JsonNode> expected) {
        return cases(row, conversation, property, (update, got, shown) -> {
            JsonNode value = expected.apply(update);
            Exchange before = shown.equals(update.second()) ? update.first() : update.second();
            return PropertyValues.same(value, got)
                    ? Outcome.honoured(property + " is " + got, before, shown)
                    : Outcome.broken(Mismatch.of(property, value, got), before, shown);
        });
    }

    private static List<Case> cases(Requirement row, Conversation conversation, String property, Judgement judgement) {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, property, Phase.STATE, () -> {
            Update update = update(conversation, property);
            Optional<Outcome> missing = missing(conversation, update);
            return missing.orElseGet(
                    () -> judgement.of(update, PropertyValues.answered(update.second(), property), update.second()));
        }));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, property + " in the list", Phase.END, () -> {
                Update update = update(conversation, property);
                Optional<Outcome> missing = missing(conversation, update);
                Exchange list = conversation.lists().last();
                String identity = conversation.names().identity(update.first());
                if (missing.isPresent() || !conversation.lists().holds(list, identity)) {
                    return missing.orElseGet(() -> Outcome.notListed(list, identity));
                }
                JsonNode got = conversation.lists().entry(list, identity).path(property);
                return judgement.of(update, got, list);
            }));
        }
        return cases;
    }

    private static Optional<Outcome> missing(Conversation conversation, Update update) {
        Operation create = conversation.operation(Effect.CREATE);
        return List.of(update.first(), update.second()).stream()
                .filter(exchange -> !conversation.succeeded(create, exchange))
                .findFirst()
                .map(Outcome::noTwin);
    }

    /**
     * Submits, and resubmits with another value for a property; for another property where no request may name this one. One update
     * of everything serves all properties, as far as the target takes it.
     */
    static Update update(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        boolean named = conversation
                .contract()
                .at(create.requestSchema().orElseThrow() + "/properties")
                .has(property);
        Update together = together(conversation);
        boolean updates = !named
                || !conversation
                        .names()
                        .body(together.first())
                        .path(property)
                        .equals(conversation.names().body(together.second()).path(property));
        return updates && missing(conversation, together).isEmpty()
                ? together
                : alone(conversation, create, property, named);
    }

    /** Submits every property, and resubmits with another value for each that a second submit may change. */
    private static Update together(Conversation conversation) {
        Exchange first = conversation.exchange(
                "create for updating everything",
                () -> conversation
                        .requests()
                        .bare(conversation.operation(Effect.CREATE), "")
                        .withBody(FullBodies.fresh(conversation)));
        Exchange second = conversation.exchange(
                "update of everything",
                () -> first.request()
                        .withBody(FullBodies.changed(
                                conversation, conversation.names().body(first))));
        return new Update(first, second);
    }

    private static Update alone(Conversation conversation, Operation create, String property, boolean named) {
        boolean sent = named
                && conversation.requests().examples(create).stream()
                        .anyMatch(name -> conversation.requests().sends(create, name, property));
        String example = conversation.example(
                create, name -> !sent || conversation.requests().sends(create, name, property));
        Exchange first = conversation.create("for updating " + property, example);
        Exchange second = conversation.exchange("update of " + property, () -> {
            ObjectNode body = conversation.names().body(first).deepCopy();
            String other = named ? property : conversation.requests().freeText(create);
            body.set(other, conversation.samples().other(create, body, other));
            return first.request().withBody(body);
        });
        return new Update(first, second);
    }
}
