package dev.tick.conformance.check;

import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of checks on what a target lists. */
final class ListChecks {
    private ListChecks() {}

    static List<Case> listed(Requirement row, ListCheck.Listed check, Session session) {
        return Stream.concat(
                        eachListed(row, session).stream(),
                        Stream.of(new Case(row, "everything, at the end", Phase.END, () -> allListed(session))))
                .toList();
    }

    /** A list that is cut at some length would hold the first entities and lack later ones. */
    private static Outcome allListed(Session session) {
        Operation create = session.operation(Effect.CREATE);
        session.create(session.samples().firstExample());
        Optional<String> own = session.message(create, "").authorization();
        Exchange list = lastList(session);
        if (!session.succeeded(session.operation(Effect.LIST), list)) {
            return RefusalChecks.noTwin(list);
        }
        Set<String> listed =
                session.entities(list).map(session.samples()::identity).collect(Collectors.toSet());
        Set<String> removed = session.past().aimedAtByRemovals();
        List<String> missing = session.past().successes(create).stream()
                .filter(exchange -> !removed.contains(session.names().address(exchange)))
                .filter(exchange -> own.equals(exchange.request().authorization()))
                .map(session.names()::identity)
                .filter(identity -> !listed.contains(identity))
                .toList();
        return missing.isEmpty()
                ? Outcome.honoured("everything that was submitted is listed", list)
                : Outcome.broken(Contrast.of("everything that was submitted", "a list without " + missing), list);
    }

    private static List<Case> eachListed(Requirement row, Session session) {
        return session.examples(session.operation(Effect.CREATE)).stream()
                .map(example -> new Case(row, example, Phase.STATE, () -> {
                    Exchange created = session.create(example);
                    if (!session.succeeded(session.operation(Effect.CREATE), created)) {
                        return RefusalChecks.noTwin(created);
                    }
                    Exchange list = listAfterRefusals(session);
                    return lists(session, list, session.names().identity(created))
                            ? Outcome.honoured("it is listed", created, list)
                            : Outcome.broken(
                                    Contrast.of(
                                            session.names().identity(created) + " in the list",
                                            list.line() + " without it"),
                                    created,
                                    list);
                }))
                .toList();
    }

    static List<Case> hidden(Requirement row, ListCheck.NotListedForOthers check, Session session) {
        Alteration alteration = check.alteration();
        return List.of(new Case(row, "from another application", Phase.STATE, () -> {
            Optional<String> other = session.target().token(TokenKind.OTHER_APPLICATION);
            if (other.isEmpty()) {
                return Outcome.notTestable(TokenKind.OTHER_APPLICATION.variable() + " is not set");
            }
            Exchange created = session.reach();
            String identity = session.names().identity(created);
            Exchange own = listAfterRefusals(session);
            Operation operation = session.operation(Effect.LIST);
            if (!lists(session, own, identity)) {
                return notListed(own, identity);
            }
            Exchange others = list(session, Alteration.NONE, other.get());
            if (!session.succeeded(operation, others)) {
                return RefusalChecks.noTwin(others);
            }
            if (!alteration.isNone()) {
                others = list(session, alteration, other.get());
                if (!session.succeeded(operation, others)) {
                    return others.declined()
                            ? Outcome.honoured("no such list is given: " + others.line(), others)
                            : RefusalChecks.neither(others);
                }
            }
            return lists(session, others, identity)
                    ? Outcome.broken(
                            identity + " is listed for another application (" + TokenKind.OTHER_APPLICATION.variable()
                                    + ")",
                            created,
                            own,
                            others)
                    : Outcome.honoured("another application does not see it", own, others);
        }));
    }

    /** What one application submitted is listed for another whose role reaches it. */
    static List<Case> shownToAll(Requirement row, ListCheck.ListedForTenantWideRole check, Session session) {
        return List.of(new Case(row, "to another application whose role reaches all", Phase.STATE, () -> {
            Optional<String> wide = session.target().token(TokenKind.REACHING_ALL);
            if (wide.isEmpty()) {
                return Outcome.notTestable(TokenKind.REACHING_ALL.variable() + " is not set");
            }
            Exchange created = session.reach();
            if (!session.succeeded(session.operation(Effect.CREATE), created)) {
                return RefusalChecks.noTwin(created);
            }
            Exchange all = session.exchange(
                    "list of all",
                    () -> session.message(session.operation(Effect.LIST), "")
                            .with("Authorization", "Bearer " + wide.get()));
            return lists(session, all, session.names().identity(created))
                    ? Outcome.honoured("it is listed", created, all)
                    : Outcome.broken(
                            Contrast.of(session.names().identity(created) + " in the list", all.line() + " without it"),
                            created,
                            all);
        }));
    }

    private static Exchange list(Session session, Alteration alteration, String token) {
        return session.exchange(
                "list of another application " + alteration,
                () -> alteration
                        .apply(session.message(session.operation(Effect.LIST), ""), session::token)
                        .with("Authorization", "Bearer " + token));
    }

    /** For a list that should hold what was submitted, and does not. */
    static Outcome notListed(Exchange list, String identity) {
        return Outcome.notTestable(
                "the list lacks " + identity + ", which was submitted, so it tells nothing: " + list.line(), list);
    }

    /** Each entity that an example created stands in the list as it was sent. */
    static List<Case> listedAsSubmitted(Requirement row, ListCheck.ListedAsSubmitted check, Session session) {
        Operation create = session.operation(Effect.CREATE);
        return session.examples(create).stream()
                .map(example -> new Case(row, example, Phase.STATE, () -> {
                    Exchange created = session.create(example);
                    Exchange list = listAfterRefusals(session);
                    if (!session.succeeded(create, created)) {
                        return RefusalChecks.noTwin(created);
                    }
                    if (!lists(session, list, session.names().identity(created))) {
                        return notListed(list, session.names().identity(created));
                    }
                    ObjectNode sent = session.names().kept(created);
                    JsonNode entry = entry(session, list, session.names().identity(created));
                    List<Contrast> differing = Properties.differences(sent, entry);
                    return differing.isEmpty()
                            ? Outcome.honoured("it is listed as it was sent", created, list)
                            : Outcome.broken(differing, created, list);
                }))
                .toList();
    }

    /** No identity stands in the list twice, not even one that was submitted twice. */
    static List<Case> listedOnce(Requirement row, ListCheck.ListedOnce check, Session session) {
        return List.of(new Case(row, "after all else", Phase.END, () -> {
            ProbeCheck.submittedAgain(session, session.samples().firstExample());
            Exchange list = lastList(session);
            String own = session.names().identity(session.reach());
            if (!lists(session, list, own)) {
                return notListed(list, own);
            }
            Set<String> seen = new HashSet<>();
            List<String> repeated = session.entities(list)
                    .map(session.samples()::identity)
                    .filter(identity -> !seen.add(identity))
                    .toList();
            return repeated.isEmpty()
                    ? Outcome.honoured("each is listed once", list)
                    : Outcome.broken(Contrast.of("each once", "more than once: " + repeated), list);
        }));
    }

    /** What a change answered stands in the list as well. */
    static List<Case> listedAsChanged(Requirement row, ListCheck.ListedAsChanged check, Session session) {
        List<Case> cases = new ArrayList<>();
        for (String property : session.has(Effect.LIST) ? StateChecks.changeable(session) : List.<String>of()) {
            cases.add(new Case(row, "changing " + property, Phase.END, () -> {
                StateChecks.Change change = StateChecks.change(session, property);
                Operation operation = session.operation(Effect.CHANGE);
                if (!session.succeeded(operation, change.changed())) {
                    return RefusalChecks.noTwin(change.changed());
                }
                Exchange list = lastList(session);
                String identity = session.names().identity(change.created());
                if (!lists(session, list, identity)) {
                    return notListed(list, identity);
                }
                JsonNode got = entry(session, list, identity).path(property);
                return Properties.same(change.value(), got)
                        ? Outcome.honoured(property + " is listed as " + got, change.changed(), list)
                        : Outcome.broken(
                                Contrast.of(property, change.value() + " in the list", got), change.changed(), list);
            }));
        }
        return cases.isEmpty() ? List.of(new Case(row, "list", Phase.END, ListChecks::noList)) : cases;
    }

    private static Outcome noList() {
        return Outcome.notTestable("the target has no list to look at");
    }

    /** The list after everything sound was submitted, and all requests with a defect were sent. */
    static Exchange listAfterRefusals(Session session) {
        session.examples(session.operation(Effect.CREATE)).forEach(session::create);
        return session.exchange("list after refusals", () -> session.message(session.operation(Effect.LIST), ""));
    }

    /** Whether a list holds an entity. */
    static boolean lists(Session session, Exchange list, String identity) {
        return session.succeeded(session.operation(Effect.LIST), list)
                && session.entities(list)
                        .anyMatch(entity -> session.samples().identity(entity).equals(identity));
    }

    /** The list when nothing else is to come. */
    static Exchange lastList(Session session) {
        return session.last(session.operation(Effect.LIST), "");
    }

    static JsonNode entry(Session session, Exchange list, String identity) {
        return session.entities(list)
                .filter(entity -> session.samples().identity(entity).equals(identity))
                .findFirst()
                .orElse(JsonNodeFactory.instance.missingNode());
    }
}
