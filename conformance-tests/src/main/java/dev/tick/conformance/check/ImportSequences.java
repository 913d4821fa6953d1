package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.sample.BodyDefect;
import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences of imports by the same caller.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record ImportSequences(Requirement row, Conversation conversation, Steps steps) {
    /** Imports a single item. */
    static Exchange alone(Steps steps) {
        return steps.together(
                "import of one", () -> List.of(steps.fresh(steps.conversation().mainExample())));
    }

    /** Checks that every property of an item is kept. */
    List<Case> whole() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> taken(everyKind(), conversation.own())));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.STATE, () -> {
                Exchange batch = everyKind();
                return steps.takenTogether(batch)
                        ? BatchChecks.listed(conversation, steps.operation(Effect.CREATE_MANY), batch)
                        : taken(batch, conversation.own());
            }));
            cases.add(new Case(row, "nothing of the item before", Phase.STATE, this::nothingTakenOver));
        }
        return cases;
    }

    private Outcome nothingTakenOver() {
        TakenOver sparse = new TakenOver(row, conversation, steps);
        Exchange single = sparse.sparse();
        Exchange batch = everyKind();
        if (full().isEmpty() || !steps.taken(single)) {
            return Outcome.noTwin(full().isEmpty() ? wholeSubmit() : single);
        }
        return steps.takenTogether(batch) ? sparse.listedOf(batch) : taken(batch, conversation.own());
    }

    /** Imports an item like each example of a submit that the target takes; before them, one with every property and a sparse one. */
    private Exchange everyKind() {
        TakenOver sparse = new TakenOver(row, conversation, steps);
        Optional<ObjectNode> full = full();
        boolean sparseTaken = steps.taken(sparse.sparse());
        List<String> examples = conversation.takenExamples();
        return steps.together("import of every kind", () -> {
            List<ObjectNode> items = new ArrayList<>();
            full.ifPresent(items::add);
            if (sparseTaken) {
                items.add(sparse.sparseBody());
            }
            examples.forEach(example -> fresh(example).ifPresent(items::add));
            return items;
        });
    }

    /** Returns a body like an example; empty where the target holds all values that it could have. */
    private Optional<ObjectNode> fresh(String example) {
        try {
            return Optional.of(steps.fresh(example));
        } catch (NoFreshValueException e) {
            return Optional.empty();
        }
    }

    private Exchange wholeSubmit() {
        return new TakenOver(row, conversation, steps).whole();
    }

    /** Returns a body with every property, and a list in it, as far as the target takes such a submit. */
    private Optional<ObjectNode> full() {
        Optional<String> list = FullBodies.listProperty(conversation);
        if (!steps.taken(wholeSubmit())) {
            return Optional.empty();
        }
        ObjectNode body = new TakenOver(row, conversation, steps).fullBody();
        list.ifPresent(property -> {
            Exchange listed = UpdateSequences.withList(steps, property);
            JsonNode sent = conversation.names().body(listed).path(property);
            if (steps.taken(listed) && PropertyValues.same(sent, PropertyValues.answered(listed, property))) {
                body.set(property, sent);
            }
        });
        return Optional.of(body);
    }

    /** Judges whether a sound batch was taken; single submits like its items were. */
    Outcome taken(Exchange batch, Exchange twin) {
        if (!steps.taken(twin)) {
            return Outcome.noTwin(twin);
        }
        return steps.takenTogether(batch)
                ? Outcome.honoured("each is reported as taken", batch)
                : Outcome.broken(Mismatch.of("each item to be reported as taken", refusal(batch)), batch);
    }

    private String refusal(Exchange batch) {
        long failed = BatchAnswer.of(conversation.contract(), batch).results().stream()
                .filter(BatchAnswer.Result::failed)
                .count();
        return batch.line() + ", " + failed + " failed";
    }

    /** Creates an entity, and imports a new one and another form of the first. */
    private List<Exchange> over() {
        Exchange first = conversation.create("for importing over", conversation.mainExample());
        return List.of(
                first,
                steps.together(
                        "import over what is there",
                        () -> List.of(
                                steps.fresh(conversation.mainExample()),
                                FullBodies.changed(
                                        conversation, conversation.names().body(first)))));
    }

    /** Checks that an import updates what is there, and makes no second entity of it. */
    List<Case> overThere() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> {
            List<Exchange> all = over();
            Exchange first = all.get(0);
            Exchange batch = all.get(1);
            if (!steps.taken(first) || !steps.takenTogether(batch)) {
                return taken(batch, first);
            }
            String number = steps.number(batch, conversation.names().identity(first));
            return number.equals(steps.address(first))
                    ? Outcome.honoured("it keeps its number", first, batch)
                    : Outcome.broken(Mismatch.of("the number", steps.address(first), number), first, batch);
        }));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.STATE, () -> {
                List<Exchange> all = over();
                return steps.taken(all.get(0)) && steps.takenTogether(all.get(1))
                        ? overListed(all.get(0), all.get(1))
                        : taken(all.get(1), all.get(0));
            }));
        }
        return cases;
    }

    private Outcome overListed(Exchange first, Exchange batch) {
        Exchange list = conversation.lists().afterRefusals();
        JsonNode sent = steps.items(batch).get(1);
        String identity = conversation.samples().identity(sent);
        if (!conversation.lists().holds(list, identity)) {
            return Outcome.broken(Mismatch.of(identity + " in the list", "a list without it"), first, batch, list);
        }
        if (steps.alike(list, sent) != 1) {
            return Outcome.broken(
                    Mismatch.of("one entity of " + identity, steps.alike(list, sent) + " of them"), first, batch, list);
        }
        ObjectNode expected = (ObjectNode) sent.deepCopy();
        expected.put(conversation.resource().address(), steps.address(first));
        List<Mismatch> differing =
                PropertyValues.differences(expected, conversation.lists().entry(list, identity));
        return differing.isEmpty()
                ? Outcome.honoured("it is listed as it was imported", first, batch, list)
                : Outcome.broken(differing, first, batch, list);
    }

    /** Checks that an import leaves the creator and the time of creation as they were. */
    List<Case> keepsCreation() {
        List<Case> cases = new ArrayList<>();
        for (ServerValue kind : List.of(ServerValue.CALLER, ServerValue.TIME)) {
            String property = conversation.resource().filledWith(kind).orElseThrow();
            cases.add(new Case(row, property, Phase.STATE, () -> {
                List<Exchange> all = over();
                Exchange first = all.get(0);
                if (!steps.taken(first) || !steps.takenTogether(all.get(1))) {
                    return Outcome.noTwin(steps.taken(first) ? all.get(1) : first);
                }
                Exchange list = conversation.lists().afterRefusals();
                List<JsonNode> entries = steps.listed(list, steps.address(first));
                if (entries.isEmpty()) {
                    return Outcome.notListed(list, conversation.names().identity(first));
                }
                JsonNode before = PropertyValues.answered(first, property);
                JsonNode got = entries.get(0).path(property);
                return PropertyValues.same(before, got)
                        ? Outcome.honoured(property + " is as it was", first, all.get(1), list)
                        : Outcome.broken(
                                Mismatch.of(property, before + " as before", PropertyValues.shown(got)),
                                first,
                                all.get(1),
                                list);
            }));
        }
        cases.addAll(new OtherCallerSequences(row, conversation, steps).imported());
        return cases;
    }

    /** Checks that a single item is taken, and listed. */
    List<Case> single() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> taken(alone(steps), conversation.own())));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.STATE, () -> {
                Exchange batch = alone(steps);
                if (!steps.takenTogether(batch)) {
                    return taken(batch, conversation.own());
                }
                Exchange list = conversation.lists().afterRefusals();
                String own = conversation.names().identity(conversation.own());
                String identity =
                        conversation.samples().identity(steps.items(batch).get(0));
                if (!conversation.lists().holds(list, own)) {
                    return Outcome.notListed(list, own);
                }
                // Under its own number: an update by another row may have brought the identity back.
                String number = steps.number(batch, identity);
                return steps.listed(list, number).isEmpty()
                        ? Outcome.broken(
                                Mismatch.of(identity + " in the list, under " + number, "a list without it"),
                                batch,
                                list)
                        : Outcome.honoured("it is listed", batch, list);
            }));
        }
        return cases;
    }

    /** Notes what becomes of an identity that an import names twice. */
    List<Case> twice() {
        return List.of(new Case(row, "probe", Phase.REFUSAL, () -> {
            Exchange batch = steps.together("import of one identity twice", () -> {
                ObjectNode item = steps.fresh(conversation.mainExample());
                return List.of(item, steps.retitled(item, "the second of two"));
            });
            List<BatchAnswer.Result> results =
                    BatchAnswer.of(conversation.contract(), batch).results();
            long failed = results.stream().filter(BatchAnswer.Result::failed).count();
            long numbers = results.stream()
                    .map(BatchAnswer.Result::number)
                    .filter(number -> !number.isEmpty())
                    .distinct()
                    .count();
            return Outcome.noted(
                    "answered " + batch.line() + " with " + results.size() + " results, " + failed + " failed, and "
                            + numbers + " numbers",
                    batch);
        }));
    }

    /** Checks that an item which is not taken keeps no other from being taken, and is not stored. */
    List<Case> besideRefused() {
        List<Case> cases = new ArrayList<>();
        for (BodyDefect defect : BatchChecks.defects(conversation)) {
            cases.add(new Case(row, "beside " + defect.name(), Phase.STATE, () -> besideRefused(defect)));
        }
        return cases;
    }

    private Outcome besideRefused(BodyDefect defect) {
        Operation operation = steps.operation(Effect.CREATE_MANY);
        Exchange twin = conversation.sound(operation, conversation.example(operation));
        if (!conversation.succeeded(operation, twin)) {
            return Outcome.noTwin(twin);
        }
        if (conversation.has(Effect.LIST)) {
            // Against it, a list shows what a batch stored that said it did not.
            conversation.lists().there();
        }
        Exchange batch = BatchChecks.withDefect(conversation, operation, defect);
        if (batch.declined()) {
            return Outcome.honoured("the call was refused: " + batch.line(), batch);
        }
        if (!steps.answered(Effect.CREATE_MANY, batch)) {
            return Outcome.neither(batch);
        }
        List<String> sound = steps.items(batch).stream()
                .skip(1)
                .map(conversation.samples()::identity)
                .toList();
        List<String> blamed =
                sound.stream().filter(one -> steps.number(batch, one).isEmpty()).toList();
        if (!blamed.isEmpty()) {
            return Outcome.broken(Mismatch.of("sound items to be taken", "not taken: " + blamed), batch);
        }
        return conversation.has(Effect.LIST)
                ? besideListed(batch, sound)
                : Outcome.honoured("the others are reported as taken", batch);
    }

    private Outcome besideListed(Exchange batch, List<String> sound) {
        // The list is read once, when all of them were sent.
        BatchChecks.defects(conversation)
                .forEach(one -> BatchChecks.withDefect(conversation, steps.operation(Effect.CREATE_MANY), one));
        Exchange list = conversation.lists().afterRefusals();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        List<String> missing = sound.stream()
                .filter(one -> !conversation.lists().holds(list, one))
                .toList();
        if (!missing.isEmpty()) {
            return Outcome.broken(Mismatch.of(missing + " in the list", "a list without them"), batch, list);
        }
        List<String> misnamed = sound.stream()
                .filter(one -> steps.listed(list, steps.number(batch, one)).stream()
                        .noneMatch(entity ->
                                conversation.samples().identity(entity).equals(one)))
                .toList();
        if (!misnamed.isEmpty()) {
            return Outcome.broken(
                    Mismatch.of("each under the number of its result", "others under those of " + misnamed),
                    batch,
                    list);
        }
        String refused = conversation.samples().identity(steps.items(batch).get(0));
        boolean known = conversation.lists().acceptedOrThere().contains(refused);
        boolean failed = steps.number(batch, refused).isEmpty();
        return failed && !known && conversation.lists().holds(list, refused)
                ? Outcome.broken(refused + " is reported as failed and is listed all the same", batch, list)
                : Outcome.honoured("the others are listed, and it is not", batch, list);
    }
}
