package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences of removals, and of what follows them.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record RemovalSequences(Requirement row, Conversation conversation, Steps steps) {
    /** The entities made for removals, in the order in which they are created; what lies between two removals is to stay. */
    private static final int GROUP = 11;

    private static final List<Integer> BATCH = List.of(1, 2, 3);
    private static final List<Integer> STAYING = List.of(0, 4, 6);
    private static final int BY_ALIAS = 5;
    private static final List<Integer> BESIDE_UNKNOWN = List.of(7, 8);
    private static final List<Integer> NAMED_TWICE = List.of(9, 10);

    /** Creates the entity that a single removal names, and one of the same identity beside it where the contract has such. */
    private Exchange single() {
        Exchange first = steps.submit("for a removal", this::body);
        singleOther(first);
        return first;
    }

    /** Returns a body with a text of its own: a target that removes what is alike must not have removed it for another row. */
    private ObjectNode body() {
        return steps.retitled(steps.fresh(conversation.mainExample()), "To be removed");
    }

    private Optional<Exchange> singleOther(Exchange first) {
        return another(first, "submit of the same identity beside it");
    }

    /** Submits the identity with another value that makes another entity; empty where nothing does. */
    private Optional<Exchange> another(Exchange first, String name) {
        Operation create = steps.operation(Effect.CREATE);
        return conversation.resource().resubmitRules().entrySet().stream()
                .filter(rule -> rule.getValue() == ResubmitRule.ANOTHER)
                .map(Map.Entry::getKey)
                .reduce((one, other) -> other)
                .map(property -> steps.submit(name, () -> {
                    ObjectNode body = conversation.names().body(first).deepCopy();
                    body.set(property, conversation.samples().other(create, body, property));
                    return body;
                }));
    }

    private Exchange removedSingle() {
        // What is to stay is there before, and before any list that must hold it.
        group(STAYING);
        String address = steps.address(single());
        return steps.send(
                "removal of one", () -> conversation.requests().bare(steps.operation(Effect.REMOVE), address));
    }

    /** Returns the addresses of entities of the group; they are imported together where that works, else submitted one by one. */
    private List<String> group(List<Integer> places) {
        single();
        Optional<Exchange> batch = conversation.has(Effect.CREATE_MANY)
                ? Optional.of(steps.together(
                        "import for removals",
                        () -> Stream.generate(this::body).limit(GROUP).toList()))
                : Optional.empty();
        if (batch.filter(steps::takenTogether).isEmpty()) {
            return places.stream()
                    .map(place -> steps.address(steps.submit("for removals " + place, this::body)))
                    .toList();
        }
        List<JsonNode> items = steps.items(batch.get());
        return places.stream()
                .map(place -> steps.number(batch.get(), conversation.samples().identity(items.get(place))))
                .toList();
    }

    /** Removes some of the group and one that has another of its identity beside it. */
    private Exchange removedTogether() {
        List<String> addresses = named();
        pairedOther();
        group(STAYING);
        return steps.removeTogether("removal of several", () -> addresses);
    }

    private List<String> named() {
        List<String> addresses = new ArrayList<>(group(BATCH));
        addresses.add(steps.address(paired()));
        return addresses;
    }

    private Exchange paired() {
        return steps.submit("for a removal of several", this::body);
    }

    private Optional<Exchange> pairedOther() {
        return another(paired(), "submit of the same identity beside one of several");
    }

    /** Checks that what was named is gone, and nothing else. */
    List<Case> alone(Operation operation) {
        boolean many = Conversation.effect(operation) == Effect.REMOVE_MANY;
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                row, "answered", Phase.REFUSAL, () -> answered(operation, many ? removedTogether() : removedSingle())));
        cases.add(new Case(row, "in the list", Phase.STATE, () -> {
            Exchange removal = many ? removedTogether() : removedSingle();
            Outcome answered = answered(operation, removal);
            if (answered.kind() != Outcome.Kind.HONOURED) {
                return answered;
            }
            return many
                    ? alone(removal, named(), staying(paired(), pairedOther()))
                    : alone(removal, List.of(steps.address(single())), staying(single(), singleOther(single())));
        }));
        return cases;
    }

    /** Returns the addresses of what is to stay: what nobody names, and another entity of the identity that is removed. */
    private List<String> staying(Exchange removed, Optional<Exchange> beside) {
        List<String> staying = new ArrayList<>(group(STAYING));
        beside.filter(steps::taken)
                .map(steps::address)
                .filter(address -> !address.equals(steps.address(removed)))
                .ifPresent(staying::add);
        return staying;
    }

    private Outcome answered(Operation operation, Exchange removal) {
        return SuccessRules.answered(operation, removal)
                ? Outcome.honoured("answered " + removal.line(), removal)
                : Outcome.noTwin(removal);
    }

    private Outcome alone(Exchange removal, List<String> named, List<String> staying) {
        Exchange list = conversation.lists().afterRefusals();
        String own = conversation.names().identity(conversation.own());
        Set<String> listed = RemovalChecks.listed(conversation, list);
        if (!conversation.succeeded(steps.operation(Effect.LIST), list)) {
            return Outcome.notListed(list, own);
        }
        List<String> left = named.stream().filter(listed::contains).toList();
        List<String> lost =
                staying.stream().filter(address -> !listed.contains(address)).toList();
        if (!left.isEmpty()) {
            return Outcome.broken(Mismatch.of("a list without " + named, left + " there"), removal, list);
        }
        return lost.isEmpty()
                ? Outcome.honoured("what was named is gone, and nothing else", removal, list)
                : Outcome.broken(
                        Mismatch.of("a list without " + named + " alone", "a list without " + lost + " too"),
                        removal,
                        list);
    }

    /** Checks that a filter finds no more what was removed. */
    List<Case> notFound(Operation operation) {
        return List.of(new Case(row, "by the identity", Phase.REFUSAL, () -> {
            Exchange removal = removedSingle();
            Outcome answered = answered(operation, removal);
            if (answered.kind() != Outcome.Kind.HONOURED) {
                return answered;
            }
            Exchange list = filteredAfter();
            if (!conversation.succeeded(steps.operation(Effect.LIST), list)) {
                return Outcome.noTwin(list);
            }
            return steps.listed(list, steps.address(single())).isEmpty()
                    ? Outcome.honoured("the filter does not find it", removal, list)
                    : Outcome.broken("the filter finds what was removed", removal, list);
        }));
    }

    private Exchange filteredAfter() {
        return steps.filtered("filter by what was removed", conversation.names().identity(single()));
    }

    /** Checks that a removal by an alias of the path, where that is served, removes the entity. */
    List<Case> byAlias() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> {
            Exchange removal = removedByAlias();
            return removal.declined() || steps.answered(Effect.REMOVE, removal)
                    ? Outcome.honoured("answered " + removal.line(), removal)
                    : Outcome.neither(removal);
        }));
        cases.add(new Case(row, "in the list", Phase.STATE, () -> {
            Exchange removal = removedByAlias();
            return steps.answered(Effect.REMOVE, removal)
                    ? alone(removal, group(List.of(BY_ALIAS)), group(STAYING))
                    : Outcome.honoured("the alias is not served: " + removal.line(), removal);
        }));
        return cases;
    }

    private Exchange removedByAlias() {
        group(STAYING);
        String address = group(List.of(BY_ALIAS)).get(0);
        return steps.send(
                "removal by an alias",
                () -> steps.byAlias(conversation.requests().bare(steps.operation(Effect.REMOVE), address)));
    }

    /** Checks that a submit of what was removed creates it, with nothing of the entity before. */
    List<Case> recreated() {
        Operation removal = steps.operation(Effect.REMOVE);
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> {
            Outcome answered = answered(removal, removedSingle());
            return answered.kind() == Outcome.Kind.HONOURED ? createdAnew(single(), again()) : answered;
        }));
        cases.add(new Case(row, "in the list", Phase.STATE, () -> {
            Exchange removed = removedSingle();
            if (!steps.answered(Effect.REMOVE, removed)) {
                return Outcome.noTwin(removed);
            }
            Exchange again = again();
            if (!steps.taken(again)) {
                return Outcome.noTwin(again);
            }
            Exchange list = conversation.lists().afterRefusals();
            List<JsonNode> entries = steps.listed(list, steps.address(again));
            String identity = conversation.names().identity(again);
            if (!conversation.succeeded(steps.operation(Effect.LIST), list)) {
                return Outcome.notListed(list, identity);
            }
            List<Mismatch> differing = entries.isEmpty()
                    ? List.of(Mismatch.of(identity + " in the list", "a list without it"))
                    : PropertyValues.differences(conversation.names().kept(again), entries.get(0));
            return differing.isEmpty()
                    ? Outcome.honoured("it is listed as it was submitted at last", again, list)
                    : Outcome.broken(differing, removedSingle(), again, list);
        }));
        cases.addAll(recreatedOtherwise());
        return cases;
    }

    private Exchange again() {
        removedSingle();
        if (conversation.has(Effect.LIST)) {
            filteredAfter();
        }
        return steps.submit(
                "submit after a removal",
                () -> steps.retitled(conversation.names().body(single()), "after a removal"));
    }

    private Outcome createdAnew(Exchange before, Exchange again) {
        return new Recreation(conversation, steps).judged(before, removedSingle(), again);
    }

    /** Checks that a submit of what was removed with other values creates it, whatever it was before. */
    List<Case> recreatedOtherwise() {
        return List.of(new Case(row, "with other values", Phase.STATE, () -> {
            Operation removal = steps.operation(Effect.REMOVE);
            Exchange first = conversation.create("for a removal and other values", fullest());
            Exchange removed = steps.send(
                    "removal before other values", () -> conversation.requests().bare(removal, steps.address(first)));
            if (!steps.taken(first) || !SuccessRules.answered(removal, removed)) {
                return Outcome.noTwin(steps.taken(first) ? removed : first);
            }
            Recreation recreation = new Recreation(conversation, steps);
            return recreation.judged(
                    first,
                    removed,
                    recreation.otherwise(
                            "submit of other values after a removal", first, EnumSet.allOf(ResubmitRule.class)));
        }));
    }

    /** Returns the example that the target takes and that names the most properties. */
    private String fullest() {
        Operation create = steps.operation(Effect.CREATE);
        Map<String, JsonNode> examples = create.requestExamples();
        Set<String> fullest = new HashSet<>();
        int most = 0;
        for (String name : conversation.takenExamples()) {
            int size = examples.getOrDefault(name, JsonNodeFactory.instance.objectNode())
                    .size();
            if (size > most) {
                fullest.clear();
                most = size;
            }
            if (size == most) {
                fullest.add(name);
            }
        }
        return conversation.example(create, name -> fullest.isEmpty() || fullest.contains(name));
    }

    /** Checks that an import of what was removed creates it anew. */
    List<Case> reimported() {
        Operation many = steps.operation(Effect.CREATE_MANY);
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> {
            Exchange removal = removedForImport();
            Outcome answered = answered(steps.operation(Effect.REMOVE), removal);
            if (answered.kind() != Outcome.Kind.HONOURED) {
                return answered;
            }
            Exchange batch = importedAgain();
            return steps.takenTogether(batch)
                    ? Outcome.honoured("it is reported as taken", removal, batch)
                    : Outcome.broken(Mismatch.of("it to be created anew", batch.line()), removal, batch);
        }));
        cases.add(new Case(row, "in the list", Phase.STATE, () -> {
            Exchange removal = removedForImport();
            if (!steps.answered(Effect.REMOVE, removal)) {
                return Outcome.noTwin(removal);
            }
            Exchange batch = importedAgain();
            return steps.takenTogether(batch) ? BatchChecks.listed(conversation, many, batch) : Outcome.noTwin(batch);
        }));
        return cases;
    }

    private Exchange forImport() {
        return conversation.create("for an import after a removal", conversation.mainExample());
    }

    private Exchange removedForImport() {
        String address = steps.address(forImport());
        return steps.send(
                "removal before an import",
                () -> conversation.requests().bare(steps.operation(Effect.REMOVE), address));
    }

    private Exchange importedAgain() {
        removedForImport();
        return steps.together(
                "import after a removal",
                () -> List.of(steps.retitled(conversation.names().body(forImport()), "imported after a removal")));
    }

    /** Notes what becomes of the others where one of several does not exist. */
    List<Case> besideUnknown() {
        return List.of(
                new Case(row, "answered", Phase.REFUSAL, () -> {
                    Exchange removal = removedBesideUnknown();
                    return Outcome.noted("answered " + removal.line(), removal);
                }),
                new Case(row, "in the list", Phase.STATE, () -> noted(removedBesideUnknown(), group(BESIDE_UNKNOWN))));
    }

    private Exchange removedBesideUnknown() {
        List<String> addresses = group(BESIDE_UNKNOWN);
        return steps.removeTogether(
                "removal of several, one unknown",
                () -> List.of(addresses.get(0), conversation.names().unusedAddress(), addresses.get(1)));
    }

    /** Notes what becomes of a removal that names an entity twice. */
    List<Case> namedTwice() {
        return List.of(
                new Case(row, "answered", Phase.REFUSAL, () -> {
                    Exchange removal = removedTwice();
                    return Outcome.noted("answered " + removal.line(), removal);
                }),
                new Case(row, "in the list", Phase.STATE, () -> noted(removedTwice(), group(NAMED_TWICE))));
    }

    private Exchange removedTwice() {
        List<String> addresses = group(NAMED_TWICE);
        return steps.removeTogether(
                "removal of one twice", () -> List.of(addresses.get(0), addresses.get(0), addresses.get(1)));
    }

    private Outcome noted(Exchange removal, List<String> addresses) {
        Exchange list = conversation.lists().afterRefusals();
        Set<String> listed = RemovalChecks.listed(conversation, list);
        if (!conversation.succeeded(steps.operation(Effect.LIST), list)) {
            return Outcome.noted("no list tells", removal, list);
        }
        long left = addresses.stream().filter(listed::contains).count();
        return Outcome.noted("of " + addresses.size() + " that were there, " + left + " are listed", removal, list);
    }
}
