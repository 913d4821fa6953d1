package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences of updates by the same caller.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record UpdateSequences(Requirement row, Conversation conversation, Steps steps) {
    /** The updates of one entity: a server may count them, and stop. */
    private static final int UPDATES = 10;

    /** The updates that follow each other at once; the others come so late that any clock has moved. */
    private static final int AT_ONCE = 2;

    /** Submits an entity with every property and updates it so many times: everything, everything back, everything again. */
    private List<Exchange> updates(int count) {
        List<Exchange> all = new ArrayList<>(List.of(created()));
        ObjectNode original = conversation.names().body(all.get(0));
        ObjectNode changed = FullBodies.changed(conversation, original);
        for (int i = 0; i < count; i++) {
            String name = "update " + (i + 1);
            ObjectNode body = i % 3 == 1 ? original : changed;
            all.add(steps.submit(name, () -> steps.retitled(body, name)));
        }
        return all;
    }

    private static Phase phase(int update) {
        return update <= AT_ONCE ? Phase.REFUSAL : Phase.STATE;
    }

    /** Submits every property at once; like an example where the target declines that. */
    private Exchange created() {
        Exchange full = new TakenOver(row, conversation, steps).whole();
        return full.declined() ? conversation.create("for updates", conversation.mainExample()) : full;
    }

    /** Checks that an update is answered like a submit. */
    List<Case> answered() {
        return List.of(new Case(row, "update", Phase.REFUSAL, () -> {
            Exchange first = created();
            if (!steps.taken(first)) {
                return Outcome.noTwin(first);
            }
            Exchange update = updates(1).get(1);
            int expected = steps.operation(Effect.CREATE).success().status();
            return update.response().filter(one -> one.status() == expected).isPresent() && steps.taken(update)
                    ? Outcome.honoured("answered " + expected, first, update)
                    : Outcome.broken(Mismatch.of(expected + " with the entity", update.line()), first, update);
        }));
    }

    /** Checks that each of many updates takes effect, on one entity. */
    List<Case> repeatedly() {
        List<Case> cases = new ArrayList<>();
        for (int i = 1; i <= UPDATES; i++) {
            int number = i;
            cases.add(new Case(row, "update " + i, phase(i), () -> shown(updates(number), number)));
        }
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.END, () -> listed(updates(UPDATES))));
        }
        return cases;
    }

    private Outcome shown(List<Exchange> updates, int number) {
        Exchange first = updates.get(0);
        Exchange update = updates.get(number);
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        if (!steps.taken(update)) {
            return Outcome.broken(Mismatch.of("an update to be taken", update.line()), first, update);
        }
        List<Mismatch> differing =
                differences(first, update, update.response().orElseThrow().json());
        return differing.isEmpty()
                ? Outcome.honoured("it answered with what was sent", first, update)
                : Outcome.broken(differing, updates.subList(0, number + 1).toArray(new Exchange[0]));
    }

    private Outcome listed(List<Exchange> updates) {
        Exchange first = updates.get(0);
        Exchange last = updates.get(UPDATES);
        Exchange list = conversation.lists().last();
        String identity = conversation.names().identity(first);
        Optional<Exchange> missing =
                updates.stream().filter(one -> !steps.taken(one)).findFirst();
        if (missing.isPresent()) {
            return Outcome.noTwin(missing.get());
        }
        if (!conversation.lists().holds(list, identity)) {
            return Outcome.notListed(list, identity);
        }
        long alike = steps.alike(list, conversation.names().body(last));
        if (alike != 1) {
            return Outcome.broken(Mismatch.of("one entity of " + identity, alike + " of them"), first, last, list);
        }
        List<Mismatch> differing = differences(first, last, conversation.lists().entry(list, identity));
        return differing.isEmpty()
                ? Outcome.honoured("it is listed as it was sent at last", last, list)
                : Outcome.broken(differing, first, last, list);
    }

    /** Compares an entity with what an update sent, but for what only the first submit decides. */
    private List<Mismatch> differences(Exchange first, Exchange update, JsonNode entity) {
        ObjectNode expected = conversation.names().body(update).deepCopy();
        conversation.resource().resubmitRules().keySet().forEach(expected::remove);
        // What a target makes of a list is told by the row on lists.
        FullBodies.listProperty(conversation).ifPresent(expected::remove);
        conversation
                .resource()
                .filledWith(ServerValue.NUMBER)
                .ifPresent(number -> expected.set(number, PropertyValues.answered(first, number)));
        return PropertyValues.differences(expected, entity);
    }

    /** Checks that a shorter list, and an empty one, takes the place of a list. */
    List<Case> listReplaced() {
        String property = FullBodies.listProperty(conversation).orElseThrow();
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "a shorter one", Phase.REFUSAL, () -> replaced(property, 1)));
        cases.add(new Case(row, "an empty one", Phase.REFUSAL, () -> replaced(property, 2)));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "an empty one, in the list", Phase.END, () -> replacedInList(property)));
        }
        return cases;
    }

    private List<Exchange> lists(String property) {
        Exchange first = withList(steps, property);
        ObjectNode body = conversation.names().body(first);
        return List.of(
                first,
                steps.submit("update to a shorter list", () -> with(body, property, "tick c", "tick a")),
                steps.submit("update to an empty list", () -> with(body, property)));
    }

    /** Submits an entity with a list of texts. */
    static Exchange withList(Steps steps, String property) {
        return steps.submit(
                "submit of a list",
                () -> with(steps.fresh(steps.conversation().mainExample()), property, "tick a", "tick b", "tick c"));
    }

    private static ObjectNode with(ObjectNode body, String property, String... texts) {
        ObjectNode changed = body.deepCopy();
        changed.set(property, FullBodies.texts(texts));
        return changed;
    }

    private Outcome replaced(String property, int number) {
        List<Exchange> all = lists(property);
        Exchange update = all.get(number);
        Optional<Outcome> untold = untold(property, all);
        return untold.orElseGet(() ->
                replaced(property, update, PropertyValues.answered(update, property), all.subList(0, number + 1)));
    }

    private Outcome replacedInList(String property) {
        List<Exchange> all = lists(property);
        Exchange list = conversation.lists().last();
        String identity = conversation.names().identity(all.get(0));
        Optional<Outcome> untold = untold(property, all);
        if (untold.isPresent() || !conversation.lists().holds(list, identity)) {
            return untold.orElseGet(() -> Outcome.notListed(list, identity));
        }
        return replaced(
                property,
                all.get(2),
                conversation.lists().entry(list, identity).path(property),
                List.of(all.get(2), list));
    }

    /** Returns why lists cannot be judged: the target takes none of these texts, or does not show them. */
    private Optional<Outcome> untold(String property, List<Exchange> all) {
        Exchange first = all.get(0);
        if (first.declined()) {
            return Optional.of(Outcome.honoured("no such list is taken: " + first.line(), first));
        }
        if (!steps.taken(first)) {
            return Optional.of(Outcome.noTwin(first));
        }
        return texts(PropertyValues.answered(first, property))
                        .equals(texts(conversation.names().body(first).path(property)))
                ? Optional.empty()
                : Optional.of(Outcome.honoured("the target does not show such a list", first));
    }

    private Outcome replaced(String property, Exchange update, JsonNode got, List<Exchange> seen) {
        if (!steps.taken(update)) {
            return Outcome.broken(Mismatch.of("an update to be taken", update.line()), seen.toArray(new Exchange[0]));
        }
        JsonNode sent = conversation.names().body(update).path(property);
        return texts(got).equals(texts(sent))
                ? Outcome.honoured(property + " is " + PropertyValues.shown(got), seen.toArray(new Exchange[0]))
                : Outcome.broken(Mismatch.of(property, sent, PropertyValues.shown(got)), seen.toArray(new Exchange[0]));
    }

    /** Returns the texts of a list in an order of their own; nothing is as good as an empty list. */
    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Checks that an update by an alias, where that is served, updates the entity. */
    List<Case> byAlias() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> aliased(Optional.empty())));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(
                    row,
                    "in the list",
                    Phase.END,
                    () -> aliased(Optional.of(() -> conversation.lists().last()))));
        }
        return cases;
    }

    private Outcome aliased(Optional<Supplier<Exchange>> shown) {
        Exchange first = conversation.create("for updating by an alias", conversation.mainExample());
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        Exchange update = steps.send(
                "update by an alias",
                () -> steps.byAlias(first.request()
                        .withBody(steps.retitled(conversation.names().body(first), "by an alias"))));
        if (update.declined()) {
            return Outcome.honoured("the alias is not served: " + update.line(), update);
        }
        if (!steps.taken(update)) {
            return Outcome.neither(update);
        }
        if (shown.isEmpty()) {
            List<Mismatch> differing =
                    differences(first, update, update.response().orElseThrow().json());
            return judged(differing, first, update);
        }
        Exchange list = shown.get().get();
        String identity = conversation.names().identity(first);
        return conversation.lists().holds(list, identity)
                ? judged(differences(first, update, conversation.lists().entry(list, identity)), first, update, list)
                : Outcome.notListed(list, identity);
    }

    private static Outcome judged(List<Mismatch> differing, Exchange... seen) {
        return differing.isEmpty()
                ? Outcome.honoured("it is as it was sent by the alias", seen)
                : Outcome.broken(differing, seen);
    }

    /** Checks that the time of the last update moves, as far as the target tells it finely or enough time passed. */
    List<Case> timeMoves() {
        String property =
                conversation.resource().filledWith(ServerValue.UPDATE_TIME).orElseThrow();
        List<Case> cases = new ArrayList<>();
        for (int number : List.of(1, AT_ONCE, UPDATES)) {
            cases.add(new Case(row, "update " + number, phase(number), () -> {
                List<Exchange> updates = updates(number);
                boolean late = number == UPDATES;
                Exchange before = updates.get(late ? 0 : number - 1);
                Exchange update = updates.get(number);
                for (Exchange exchange : List.of(before, update)) {
                    if (!steps.taken(exchange)) {
                        return Outcome.noTwin(exchange);
                    }
                }
                return MovingTimes.judged(property, before, update, late ? ChronoUnit.SECONDS : ChronoUnit.MILLIS);
            }));
        }
        return cases;
    }

    /** Checks that a submit updates what was imported. */
    List<Case> afterImport() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> afterImport(Optional.empty())));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(
                    row,
                    "in the list",
                    Phase.END,
                    () -> afterImport(Optional.of(() -> conversation.lists().last()))));
        }
        return cases;
    }

    private Outcome afterImport(Optional<Supplier<Exchange>> shown) {
        Exchange imported = ImportSequences.alone(steps);
        if (!steps.takenTogether(imported)) {
            return Outcome.noTwin(imported);
        }
        JsonNode item = steps.items(imported).get(0);
        String identity = conversation.samples().identity(item);
        String number = steps.number(imported, identity);
        Exchange update = steps.submit("update of an import", () -> steps.retitled(item, "after an import"));
        if (!steps.taken(update)) {
            return Outcome.broken(Mismatch.of("an update to be taken", update.line()), imported, update);
        }
        JsonNode entity = update.response().orElseThrow().json();
        List<Exchange> seen = new ArrayList<>(List.of(imported, update));
        if (shown.isPresent()) {
            Exchange list = shown.get().get();
            if (!conversation.lists().holds(list, identity)) {
                return Outcome.notListed(list, identity);
            }
            seen.add(list);
            entity = conversation.lists().entry(list, identity);
        }
        ObjectNode expected = conversation.names().body(update).deepCopy();
        expected.put(conversation.resource().address(), number);
        List<Mismatch> differing = PropertyValues.differences(expected, entity);
        return differing.isEmpty()
                ? Outcome.honoured("what was imported is updated", seen.toArray(new Exchange[0]))
                : Outcome.broken(differing, seen.toArray(new Exchange[0]));
    }
}
