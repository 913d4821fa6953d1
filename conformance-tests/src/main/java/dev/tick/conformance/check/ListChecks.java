package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of lists. */
final class ListChecks {
    private ListChecks() {}

    /** Checks that every created entity is listed, right after it was created and at the end. */
    static List<Case> listed(Requirement row, ListCheck.Listed check, Conversation conversation) {
        return Stream.concat(
                        eachListed(row, conversation).stream(),
                        Stream.of(new Case(row, "everything, at the end", Phase.END, () -> allListed(conversation))))
                .toList();
    }

    /** A list that is cut at some length would hold the first entities and lack later ones. */
    private static Outcome allListed(Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        conversation.own();
        Optional<String> own = conversation.requests().bare(create, "").authorization();
        Exchange list = conversation.lists().last();
        if (!conversation.succeeded(conversation.operation(Effect.LIST), list)) {
            return Outcome.noTwin(list);
        }
        Set<String> listed = conversation
                .lists()
                .entities(list)
                .map(conversation.samples()::identity)
                .collect(Collectors.toSet());
        Set<String> removed = conversation.history().aimedAtByRemovals();
        Set<String> ending = AftermathChecks.endingSoon(conversation);
        List<String> missing = conversation.history().creations().stream()
                .filter(exchange -> !removed.contains(conversation.names().address(exchange)))
                .filter(exchange -> own.equals(exchange.request().authorization()))
                .map(conversation.names()::identity)
                .filter(identity -> !ending.contains(identity))
                .filter(identity -> !listed.contains(identity))
                .toList();
        return missing.isEmpty()
                ? Outcome.honoured("everything that was submitted is listed", list)
                : Outcome.broken(Mismatch.of("everything that was submitted", "a list without " + missing), list);
    }

    private static List<Case> eachListed(Requirement row, Conversation conversation) {
        return conversation.requests().examples(conversation.operation(Effect.CREATE)).stream()
                .map(example -> new Case(row, example, Phase.STATE, () -> {
                    Operation create = conversation.operation(Effect.CREATE);
                    Exchange created = conversation.create(conversation.standIn(create, example, other -> true));
                    if (!conversation.succeeded(create, created)) {
                        return Outcome.noTwin(created);
                    }
                    Exchange list = conversation.lists().afterRefusals();
                    return conversation.lists().holds(list, conversation.names().identity(created))
                            ? Outcome.honoured("it is listed", created, list)
                            : Outcome.broken(
                                    Mismatch.of(
                                            conversation.names().identity(created) + " in the list",
                                            list.line() + " without it"),
                                    created,
                                    list);
                }))
                .toList();
    }

    /** Checks that an entity is not listed for another application without a tenant-wide role. */
    static List<Case> notListedForOthers(
            Requirement row, ListCheck.NotListedForOthers check, Conversation conversation) {
        Alteration alteration = check.alteration();
        return List.of(new Case(row, "from another application", Phase.STATE, () -> {
            Operation operation = conversation.operation(Effect.LIST);
            Optional<Outcome> unmet = TokenNeeds.unmetForOwnReach(conversation, operation, TokenKind.OTHER_APPLICATION);
            if (unmet.isPresent()) {
                return unmet.get();
            }
            String other = conversation.token(AlternateToken.OTHER_APPLICATION);
            Exchange created = conversation.own();
            String identity = conversation.names().identity(created);
            Exchange own = conversation.lists().afterRefusals();
            if (!conversation.lists().holds(own, identity)) {
                return Outcome.notListed(own, identity);
            }
            Exchange others = list(conversation, Alteration.NONE, other);
            if (!conversation.succeeded(operation, others)) {
                return Outcome.noTwin(others);
            }
            if (!alteration.isNone()) {
                others = list(conversation, alteration, other);
                if (!conversation.succeeded(operation, others)) {
                    return others.declined()
                            ? Outcome.honoured("no such list is given: " + others.line(), others)
                            : Outcome.neither(others);
                }
            }
            Set<String> ours = submittedByOneself(conversation);
            Optional<String> seen = conversation
                    .lists()
                    .entities(others)
                    .map(conversation.samples()::identity)
                    .filter(ours::contains)
                    .findFirst();
            return seen.isPresent()
                    ? Outcome.broken(
                            seen.get() + " is listed for another application (" + TokenKind.OTHER_APPLICATION.variable()
                                    + ")",
                            created,
                            own,
                            others)
                    : Outcome.honoured("another application does not see it", own, others);
        }));
    }

    /** Returns the identities that the own caller submitted, and no other. */
    private static Set<String> submittedByOneself(Conversation conversation) {
        Optional<String> own = conversation.own().request().authorization();
        Set<String> identities = conversation.history().creations().stream()
                .filter(exchange -> own.equals(exchange.request().authorization()))
                .map(conversation.names()::identity)
                .collect(Collectors.toSet());
        conversation.exchanges().stream()
                .filter(exchange -> !own.equals(exchange.request().authorization()))
                .forEach(exchange ->
                        conversation.names().identities(exchange.request()).forEach(identities::remove));
        return identities;
    }

    /** Checks that an entity is listed for another application with a tenant-wide role. */
    static List<Case> listedForTenantWideRole(
            Requirement row, ListCheck.ListedForTenantWideRole check, Conversation conversation) {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                row,
                "to another application whose role reaches all",
                Phase.STATE,
                () -> shownToAll(conversation, check.alteration(), conversation.own())));
        if (!conversation.operation(Effect.CREATE).tokens().scopes().isEmpty()) {
            cases.add(new Case(
                    row,
                    "what a signed-in user submitted",
                    Phase.STATE,
                    () -> TokenNeeds.unmet(conversation, conversation.operation(Effect.CREATE), TokenKind.DELEGATED)
                            .orElseGet(() -> shownToAll(conversation, check.alteration(), ofUser(conversation)))));
        }
        return cases;
    }

    private static Exchange ofUser(Conversation conversation) {
        return new Callers(Optional.of(AlternateToken.DELEGATED), Optional.empty())
                .created(conversation, "for a role that reaches all");
    }

    private static Outcome shownToAll(Conversation conversation, Alteration alteration, Exchange created) {
        Operation operation = conversation.operation(Effect.LIST);
        Optional<Outcome> unmet = TokenNeeds.unmet(conversation, operation, TokenKind.TENANT_WIDE);
        if (unmet.isPresent()) {
            return unmet.get();
        }
        if (!conversation.succeeded(conversation.operation(Effect.CREATE), created)) {
            return Outcome.noTwin(created);
        }
        Exchange all = conversation.exchange("list of all " + alteration, () -> {
            // One list shows what each of them submitted.
            if (TokenNeeds.unmet(conversation, conversation.operation(Effect.CREATE), TokenKind.DELEGATED)
                    .isEmpty()) {
                ofUser(conversation);
            }
            return alteration
                    .apply(conversation.requests().bare(operation, ""), conversation::token)
                    .with("Authorization", "Bearer " + conversation.token(AlternateToken.TENANT_WIDE));
        });
        return conversation.lists().holds(all, conversation.names().identity(created))
                ? Outcome.honoured("it is listed", created, all)
                : Outcome.broken(
                        Mismatch.of(
                                conversation.names().identity(created) + " in the list", all.line() + " without it"),
                        created,
                        all);
    }

    private static Exchange list(Conversation conversation, Alteration alteration, String token) {
        return conversation.exchange(
                "list of another application " + alteration,
                () -> alteration
                        .apply(
                                conversation.requests().bare(conversation.operation(Effect.LIST), ""),
                                conversation::token)
                        .with("Authorization", "Bearer " + token));
    }

    /** Checks that each created entity is listed as it was sent. */
    static List<Case> listedAsSubmitted(Requirement row, ListCheck.ListedAsSubmitted check, Conversation conversation) {
        return Stream.concat(
                        submittedExamples(row, conversation).stream(), VariedChecks.listed(row, conversation).stream())
                .toList();
    }

    private static List<Case> submittedExamples(Requirement row, Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        return conversation.requests().examples(create).stream()
                .map(example -> new Case(row, example, Phase.STATE, () -> {
                    Exchange created = conversation.create(conversation.standIn(create, example, other -> true));
                    Exchange list = conversation.lists().afterRefusals();
                    if (!conversation.succeeded(create, created)) {
                        return Outcome.noTwin(created);
                    }
                    if (!conversation.lists().holds(list, conversation.names().identity(created))) {
                        return Outcome.notListed(list, conversation.names().identity(created));
                    }
                    ObjectNode sent = conversation.names().kept(created);
                    JsonNode entry = conversation
                            .lists()
                            .entry(list, conversation.names().identity(created));
                    List<Mismatch> differing = PropertyValues.differences(sent, entry);
                    return differing.isEmpty()
                            ? Outcome.honoured("it is listed as it was sent", created, list)
                            : Outcome.broken(differing, created, list);
                }))
                .toList();
    }

    /**
     * Checks that no entity of this run is listed twice, not even one that was submitted twice. Entities of one identity are
     * different where another value of a property makes another entity.
     */
    static List<Case> listedOnce(Requirement row, ListCheck.ListedOnce check, Conversation conversation) {
        return List.of(new Case(row, "after all else", Phase.END, () -> {
            ProbeChecks.submittedAgain(conversation, conversation.mainExample());
            Exchange list = conversation.lists().last();
            String own = conversation.names().identity(conversation.own());
            if (!conversation.lists().holds(list, own)) {
                return Outcome.notListed(list, own);
            }
            Set<String> sound = new HashSet<>(conversation.history().sound());
            // Whether two applications share an indicator of one value is open.
            sound.removeAll(conversation.history().namedByOthers(list.request().authorization()));
            Set<List<JsonNode>> seen = new HashSet<>();
            List<String> repeated = conversation
                    .lists()
                    .entities(list)
                    .filter(entity -> !seen.add(key(conversation, entity)))
                    .map(conversation.samples()::identity)
                    .filter(sound::contains)
                    .toList();
            return repeated.isEmpty()
                    ? Outcome.honoured("each is listed once", list)
                    : Outcome.broken(Mismatch.of("each once", "more than once: " + repeated), list);
        }));
    }

    /** Returns what no two entities have alike. */
    static List<JsonNode> key(Conversation conversation, JsonNode entity) {
        Resource resource = conversation.contract().resource().orElseThrow();
        return Stream.concat(
                        Stream.of(resource.identity()),
                        resource.resubmitRules().entrySet().stream()
                                .filter(rule -> rule.getValue() == ResubmitRule.ANOTHER)
                                .map(Map.Entry::getKey))
                .map(entity::path)
                .toList();
    }

    /** Checks that a change appears in the list. */
    static List<Case> listedAsChanged(Requirement row, ListCheck.ListedAsChanged check, Conversation conversation) {
        List<Case> cases = new ArrayList<>();
        for (String property :
                conversation.has(Effect.LIST) ? ChangeChecks.changeable(conversation) : List.<String>of()) {
            cases.add(new Case(row, "changing " + property, Phase.END, () -> {
                ChangeChecks.Change change = ChangeChecks.change(conversation, property);
                Operation operation = conversation.operation(Effect.CHANGE);
                if (!conversation.succeeded(operation, change.changed())) {
                    return Outcome.noTwin(change.changed());
                }
                Exchange list = conversation.lists().last();
                String identity = conversation.names().identity(change.created());
                if (!conversation.lists().holds(list, identity)) {
                    return Outcome.notListed(list, identity);
                }
                JsonNode got = conversation.lists().entry(list, identity).path(property);
                return PropertyValues.same(change.value(), got)
                        ? Outcome.honoured(property + " is listed as " + got, change.changed(), list)
                        : Outcome.broken(
                                Mismatch.of(property, change.value() + " in the list", got), change.changed(), list);
            }));
        }
        if (cases.isEmpty()) {
            return List.of(new Case(row, "list", Phase.END, ListChecks::noList));
        }
        cases.add(new Case(row, "at the end", Phase.END, () -> changedAtLast(conversation)));
        return cases;
    }

    private static Outcome changedAtLast(Conversation conversation) {
        Operation operation = conversation.operation(Effect.CHANGE);
        Exchange change = conversation.last(operation, conversation.example(operation));
        if (!conversation.succeeded(operation, change)) {
            return Outcome.noTwin(change);
        }
        Exchange list = conversation.lists().last();
        String identity = conversation.names().identity(conversation.forChanges());
        if (!conversation.lists().holds(list, identity)) {
            return Outcome.notListed(list, identity);
        }
        List<Mismatch> differing = PropertyValues.differences(
                conversation.names().body(change), conversation.lists().entry(list, identity));
        return differing.isEmpty()
                ? Outcome.honoured("it is listed as it was changed at last", change, list)
                : Outcome.broken(differing, change, list);
    }

    private static Outcome noList() {
        return Outcome.notTestable("the target has no list to look at");
    }
}
