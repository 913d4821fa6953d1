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
import dev.tick.spec.text.Timestamp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks of what lists show after a change, after a removal, and after the end of an entity. */
final class AftermathChecks {
    private AftermathChecks() {}

    /** Checks that a filter finds a changed entity by its new value, and no longer by its old one. */
    static List<Case> foundAsUpdated(Requirement row, Conversation conversation) {
        String property = conversation.samples().neighbours().texts(conversation.operation(Effect.CREATE)).stream()
                .filter(text -> !conversation.resource().resubmitRules().containsKey(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        row.id() + ": no property takes any text, can be changed and can be filtered by"));
        return List.of(new Case(row, "by " + property, Phase.STATE, () -> updated(conversation, property)));
    }

    private static Outcome updated(Conversation conversation, String property) {
        boolean changes = conversation.contract().operation(Effect.CHANGE).isPresent();
        Exchange first;
        Exchange second;
        if (changes) {
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
        Exchange old = under(conversation, property, before);
        Exchange fresh = under(conversation, property, after);
        Operation list = conversation.operation(Effect.LIST);
        if (!conversation.succeeded(list, old) || !conversation.succeeded(list, fresh)) {
            return Outcome.noTwin(conversation.succeeded(list, old) ? fresh : old);
        }
        String identity = conversation.names().identity(first);
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
        Operation operation = conversation.operation(Effect.LIST);
        String condition = property + " eq '" + value.asString("").replace("'", "''") + "'";
        String query = "?$filter="
                + URLEncoder.encode(condition, StandardCharsets.UTF_8).replace("+", "%20");
        return conversation.exchange(
                "aftermath " + condition,
                () -> conversation.requests().bare(operation, "").to(operation.path() + query));
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
