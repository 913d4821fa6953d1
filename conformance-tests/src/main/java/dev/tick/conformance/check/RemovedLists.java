package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks of the list after an entity of every kind was removed, each by its path. */
final class RemovedLists {
    /** So many that a server that counts its entities, or its removals, may have enough of them. */
    private static final int MANY = 25;

    private final Conversation conversation;
    private final Operation removal;

    private RemovedLists(Conversation conversation, Operation removal) {
        this.conversation = conversation;
        this.removal = removal;
    }

    /** Returns a case for each example of a submit, one for an alias of the path, and one for everything else. */
    static List<Case> cases(Requirement row, Operation removal, Conversation conversation) {
        RemovedLists lists = new RemovedLists(conversation, removal);
        List<Case> cases = new ArrayList<>();
        conversation
                .requests()
                .examples(conversation.operation(Effect.CREATE))
                .forEach(example -> cases.add(new Case(row, example, Phase.REMOVAL, () -> lists.gone(example))));
        if (!removal.aliases().isEmpty()) {
            cases.add(new Case(row, "by an alias", Phase.REMOVAL, lists::goneByAlias));
        }
        if (conversation
                .contract()
                .resource()
                .filter(one -> !one.filterable().isEmpty())
                .isPresent()) {
            cases.add(new Case(row, "under a filter", Phase.REMOVAL, lists::notFiltered));
        }
        cases.add(new Case(row, "many, before they are removed", Phase.STATE, lists::manyThere));
        cases.add(new Case(row, "many, one after the other", Phase.REMOVAL, lists::manyGone));
        cases.add(new Case(row, "nothing else", Phase.REMOVAL, lists::nothingElse));
        return cases;
    }

    private Outcome gone(String example) {
        Operation create = conversation.operation(Effect.CREATE);
        String taken = conversation.standIn(create, example, other -> true);
        Exchange created = conversation.create(taken);
        return conversation.succeeded(create, created) ? judged(created, removed(taken)) : Outcome.noTwin(created);
    }

    private Outcome goneByAlias() {
        Exchange created = forAlias();
        if (!conversation.succeeded(conversation.operation(Effect.CREATE), created)) {
            return Outcome.noTwin(created);
        }
        Exchange removed = removedByAlias();
        return removed.declined()
                ? Outcome.honoured("the alias is not served: " + removed.line(), removed)
                : judged(created, removed);
    }

    /** Judges whether each of many is gone: a server may count removals, and leave one out. */
    private Outcome manyGone() {
        Exchange list = after();
        Operation create = conversation.operation(Effect.CREATE);
        return many().stream()
                .map(created -> conversation.succeeded(create, created)
                        ? judged(created, removed(created))
                        : Outcome.noTwin(created))
                .filter(outcome -> outcome.kind() != Outcome.Kind.HONOURED)
                .findFirst()
                .orElseGet(() -> Outcome.honoured("none of them is listed any more", list));
    }

    private Outcome manyThere() {
        Operation create = conversation.operation(Effect.CREATE);
        return many().stream()
                .filter(created -> !conversation.succeeded(create, created))
                .findFirst()
                .map(Outcome::noTwin)
                .orElseGet(() -> Outcome.honoured("they are there", many().toArray(new Exchange[0])));
    }

    private List<Exchange> many() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> conversation.create("for many removals " + i, conversation.mainExample()))
                .toList();
    }

    private Outcome judged(Exchange created, Exchange removed) {
        if (!conversation.succeeded(removal, removed)) {
            return Outcome.broken(
                    Mismatch.of(String.valueOf(removal.success().status()), removed.line()), created, removed);
        }
        Exchange list = after();
        Exchange stays = conversation.forChanges();
        if (!conversation.lists().holds(list, conversation.names().identity(stays))) {
            return Outcome.notListed(list, conversation.names().identity(stays));
        }
        String identity = conversation.names().identity(created);
        return conversation.lists().holds(list, identity)
                ? Outcome.broken(Mismatch.of("a list without " + identity, "it there"), created, removed, list)
                : Outcome.honoured("it is not listed any more", removed, list);
    }

    /** Judges whether a filter finds what was removed; one that the target does not take finds nothing. */
    private Outcome notFiltered() {
        String example = conversation.mainExample();
        Exchange created = conversation.create(example);
        Exchange removed = removed(example);
        if (!conversation.succeeded(removal, removed)) {
            return Outcome.noTwin(removed);
        }
        String identity = conversation.names().identity(created);
        Exchange list = filtered("after", identity);
        return conversation.lists().holds(list, identity)
                ? Outcome.broken(Mismatch.of("nothing under the filter", identity), removed, list)
                : list.accepted() || list.declined()
                        ? Outcome.honoured("no filter finds it", removed, list)
                        : Outcome.neither(list);
    }

    /** Judges whether everything that was listed before and was not removed is listed still. */
    private Outcome nothingElse() {
        Exchange list = after();
        Exchange before = conversation.lists().last();
        Operation operation = conversation.operation(Effect.LIST);
        if (!conversation.succeeded(operation, before)) {
            return Outcome.noTwin(before);
        }
        if (!conversation.succeeded(operation, list)) {
            return Outcome.broken(Mismatch.of("a list of what is left", list.line()), list);
        }
        Set<String> removed = conversation.history().aimedAtByRemovals();
        Set<String> listed = addresses(list);
        List<String> missing = conversation
                .lists()
                .entities(before)
                .filter(conversation.lists()::answersFor)
                .filter(entity -> !AftermathChecks.endsSoon(conversation, entity))
                .map(entity -> entity.path(conversation.resource().address()).asString(""))
                .filter(address -> !removed.contains(address) && !listed.contains(address))
                .toList();
        return missing.isEmpty()
                ? Outcome.honoured("everything else is listed still", before, list)
                : Outcome.broken(Mismatch.of("everything else", "a list without " + missing), before, list);
    }

    private Exchange filtered(String moment, String identity) {
        String condition = conversation.resource().identity() + " eq '" + identity.replace("'", "''") + "'";
        Operation operation = conversation.operation(Effect.LIST);
        String query = "?$filter="
                + URLEncoder.encode(condition, StandardCharsets.UTF_8).replace("+", "%20");
        return conversation.exchange(
                "filter " + moment + " removal",
                () -> conversation.requests().bare(operation, "").to(operation.path() + query));
    }

    private Set<String> addresses(Exchange list) {
        return RemovalChecks.listed(conversation, list);
    }

    /** Reads the list, once, when all that is to be removed here was removed; what it is compared with was read before. */
    private Exchange after() {
        conversation.forChanges();
        conversation.lists().last();
        conversation.createAll().forEach(this::removed);
        many().forEach(this::removed);
        if (!removal.aliases().isEmpty()) {
            removedByAlias();
        }
        return conversation.exchange(
                "list after removals", () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
    }

    private Exchange removed(String example) {
        return removed(conversation.create(example));
    }

    private Exchange removed(Exchange created) {
        forAlias();
        many();
        if (!conversation.resource().filterable().isEmpty()) {
            // What a server keeps of this answer is out of date when the entity is gone.
            filtered("before", conversation.names().identity(conversation.create(conversation.mainExample())));
        }
        conversation.forChanges();
        conversation.lists().last();
        String address = conversation.names().address(created);
        return conversation.exchange(
                "removal at the end of " + address,
                () -> conversation.requests().bare(removal, address));
    }

    private Exchange forAlias() {
        return conversation.create("for removal by an alias", conversation.mainExample());
    }

    private Exchange removedByAlias() {
        String address = conversation.names().address(forAlias());
        return conversation.exchange("removal by an alias", () -> {
            conversation.lists().last();
            return conversation
                    .requests()
                    .bare(removal, address)
                    .to(removal.aliasFor(address).orElseThrow());
        });
    }
}
