package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.Timestamp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks of what lists show after a change, after a removal, and after the end of an entity. */
final class AftermathChecks {
    private AftermathChecks() {}

    /** Checks that a filter finds a changed entity by its new value, and no longer by its old one: by a free text and each listed value. */
    static List<Case> foundAsUpdated(Requirement row, Conversation conversation) {
        String text = conversation.samples().neighbours().texts(conversation.operation(Effect.CREATE)).stream()
                .filter(property -> isUpdatable(conversation, property))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        row.id() + ": no property takes any text, can be changed and can be filtered by"));
        Stream<String> listed = conversation.resource().filterable().stream()
                .filter(conversation.samples()::isListed)
                .filter(property -> isUpdatable(conversation, property));
        return Stream.concat(Stream.of(text), listed)
                .map(property -> new Case(row, "by " + property, Phase.STATE, () -> updated(conversation, property)))
                .toList();
    }

    private static boolean isUpdatable(Conversation conversation, String property) {
        return conversation.contract().operation(Effect.CHANGE).isPresent()
                ? ChangeChecks.changeable(conversation).contains(property)
                : !conversation.resource().resubmitRules().containsKey(property);
    }

    private static Outcome updated(Conversation conversation, String property) {
        Exchange first;
        Exchange second;
        if (conversation.contract().operation(Effect.CHANGE).isPresent()) {
            ChangeChecks.Change change = ChangeChecks.change(conversation, property);
            first = change.created();
            second = change.changed();
        } else {
            UpdateChecks.Update update = UpdateChecks.update(conversation, property);
            first = update.first();
            second = update.second();
        }
        if (!conversation.succeeded(conversation.operation(Effect.CREATE), first) || !second.accepted()) {
            return Outcome.noTwin(second);
        }
        JsonNode before = conversation.names().body(first).path(property);
        JsonNode after = conversation.names().body(second).path(property);
        String identity = conversation.names().identity(first);
        Exchange old = among(conversation, property, before, identity);
        Exchange fresh = among(conversation, property, after, identity);
        Operation list = conversation.operation(Effect.LIST);
        if (!conversation.succeeded(list, old) || !conversation.succeeded(list, fresh)) {
            return Outcome.noTwin(conversation.succeeded(list, old) ? fresh : old);
        }
        boolean byOld = conversation.lists().holds(old, identity);
        boolean byNew = conversation.lists().holds(fresh, identity);
        // A filter that does not list others tells one value from another.
        boolean filters = !conversation.lists().holds(old, conversation.names().identity(conversation.own()));
        if (byNew == byOld && !(byNew && filters)) {
            return Outcome.notTestable(
                    "a filter by " + property + " finds it by both values or by neither", old, fresh);
        }
        return byNew && !byOld
                ? Outcome.honoured("it is found by its new " + property, second, old, fresh)
                : Outcome.broken(
                        Mismatch.of(
                                identity + " under " + property + " eq " + after + " alone",
                                byNew ? "it under " + before + ", too" : "it under " + before),
                        second,
                        old,
                        fresh);
    }

    /** Lists what has a value; of a listed value, which others have as well, the one of this identity. */
    private static Exchange among(Conversation conversation, String property, JsonNode value, String identity) {
        return conversation.samples().isListed(property)
                ? under(
                        conversation,
                        equal(property, value.asString("")) + " and "
                                + equal(conversation.resource().identity(), identity))
                : under(conversation, property, value);
    }

    /** Checks that no filter finds what was removed. */
    static List<Case> notFoundRemoved(Requirement row, Conversation conversation) {
        return List.of(new Case(row, "by its identity", Phase.STATE, () -> {
            Operation operation = conversation.operation(Effect.REMOVE);
            Exchange removal = conversation.sound(operation, conversation.example(operation));
            if (!conversation.succeeded(operation, removal)) {
                return Outcome.noTwin(removal);
            }
            Exchange created = conversation
                    .history()
                    .creations(conversation.names().addresses(operation, removal))
                    .get(0);
            String property = conversation.resource().identity();
            Exchange own = conversation.own();
            Exchange there =
                    under(conversation, property, conversation.names().body(own).path(property));
            if (!conversation.lists().holds(there, conversation.names().identity(own))) {
                return Outcome.notListed(there, conversation.names().identity(own));
            }
            Exchange gone = under(
                    conversation, property, conversation.names().body(created).path(property));
            return conversation.lists().holds(gone, conversation.names().identity(created))
                    ? Outcome.broken(
                            Mismatch.of(
                                    "nothing, since it was removed",
                                    conversation.names().identity(created)),
                            removal,
                            gone)
                    : Outcome.honoured("it is not found any more", removal, gone);
        }));
    }

    private static Exchange under(Conversation conversation, String property, JsonNode value) {
        return under(conversation, equal(property, value.asString("")));
    }

    private static String equal(String property, String value) {
        return property + " eq '" + value.replace("'", "''") + "'";
    }

    private static Exchange under(Conversation conversation, String condition) {
        Operation operation = conversation.operation(Effect.LIST);
        String query = "?$filter="
                + URLEncoder.encode(condition, StandardCharsets.UTF_8).replace("+", "%20");
        return conversation.exchange(
                "aftermath " + condition,
                () -> conversation.requests().bare(operation, "").to(operation.path() + query));
    }

    /** Returns the identities of all that a request of the run gave an end before the run's own. */
    static Set<String> endingSoon(Conversation conversation) {
        Set<String> ending = new HashSet<>();
        for (Exchange exchange : conversation.exchanges()) {
            Request request = exchange.request();
            if (request.body()
                    .meant()
                    .filter(body -> endsSoon(conversation, body))
                    .isPresent()) {
                ending.addAll(conversation.names().identities(request));
                conversation
                        .contract()
                        .operation(Effect.CHANGE)
                        .flatMap(change -> change.match(request.path()))
                        .flatMap(PathMatch::parameter)
                        .ifPresent(ending::add);
            }
        }
        return ending;
    }

    /** Returns whether an entity is one that ends before the run may. */
    static boolean endsSoon(Conversation conversation, JsonNode entity) {
        return conversation
                .resource()
                .expiration()
                .flatMap(property -> Timestamp.read(entity.path(property)))
                .filter(end -> end.toInstant().isBefore(conversation.latestNow().plus(Duration.ofMinutes(10))))
                .isPresent();
    }
}
