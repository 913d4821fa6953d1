package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.HttpDate;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of what lists show after a change, after a removal, and after the end of an entity. */
final class AftermathChecks {
    /** Enough for a submit to arrive before it, and soon enough to be waited for. */
    private static final Duration SOON = Duration.ofSeconds(4);

    /** The header {@code Date} has whole seconds, and a target's clocks may differ a little. */
    private static final Duration SLACK = Duration.ofSeconds(2);

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
        if (changes && !conversation.has(Effect.CHANGE)) {
            return Outcome.notTestable("the target changes nothing");
        }
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
        boolean filters = !conversation
                .lists()
                .holds(old, conversation.names().identity(conversation.own()));
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
            if (!conversation.has(Effect.REMOVE)) {
                return Outcome.notTestable("the target removes nothing");
            }
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

    /** Checks that what has ended is neither listed nor read. */
    static List<Case> notListedExpired(Requirement row, Conversation conversation) {
        String property = conversation
                .resource()
                .expiration()
                .orElseThrow(() -> new IllegalArgumentException(row.id() + ": no property has x-tick-expires"));
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "before it ends", Phase.SOUND, () -> {
            Exchange created = ending(conversation, property);
            return taken(conversation, created)
                    ? Outcome.honoured("it is taken", created)
                    : Outcome.noted("an end within seconds is not taken: " + created.line(), created);
        }));
        cases.add(new Case(row, "after its end", Phase.END, () -> ended(conversation, property)));
        return cases;
    }

    private static Exchange ending(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        String example =
                conversation.example(create, name -> conversation.requests().sends(create, name, property));
        Exchange sound = conversation.create(example);
        Exchange created = conversation.exchange("create what ends soon", () -> {
            ObjectNode body = conversation.samples().fresh(create, example);
            body.put(
                    property,
                    Instant.ofEpochSecond(conversation.earliestNow().plus(SOON).getEpochSecond())
                            .toString());
            return sound.request().withBody(body);
        });
        // Whether it was sound is decided as long as it is.
        conversation.history().creations();
        return created;
    }

    private static boolean taken(Conversation conversation, Exchange created) {
        return conversation.succeeded(conversation.operation(Effect.CREATE), created);
    }

    private static Outcome ended(Conversation conversation, String property) {
        Exchange created = ending(conversation, property);
        if (!taken(conversation, created)) {
            return Outcome.noted("an end within seconds is not taken: " + created.line(), created);
        }
        Instant end = Timestamp.read(conversation.names().body(created).path(property))
                .orElseThrow()
                .toInstant();
        conversation.waitUntil(end.plus(SLACK), "the end of an entity that was submitted to end soon");
        Exchange list = conversation.exchange(
                "list after an end", () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
        Exchange own = conversation.own();
        if (!conversation.lists().holds(list, conversation.names().identity(own))) {
            return Outcome.notListed(list, conversation.names().identity(own));
        }
        if (list.response().flatMap(HttpDate::of).filter(end::isBefore).isEmpty()) {
            return Outcome.notTestable("by the target's clock, it has not ended yet", list);
        }
        if (conversation.lists().holds(list, conversation.names().identity(created))) {
            return Outcome.broken(Mismatch.of("a list without what ended at " + end, "it there"), created, list);
        }
        Optional<Exchange> read = conversation.has(Effect.READ)
                ? Optional.of(conversation.exchange(
                        "read after an end",
                        () -> conversation
                                .requests()
                                .bare(
                                        conversation.operation(Effect.READ),
                                        conversation.names().address(created))))
                : Optional.empty();
        return read.filter(Exchange::accepted).isPresent()
                ? Outcome.broken(
                        Mismatch.of("404 for what ended at " + end, read.get().line()), created, read.get())
                : Outcome.honoured("it is gone", created, list);
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
                .filter(end ->
                        end.toInstant().isBefore(conversation.earliestNow().plus(Duration.ofMinutes(10))))
                .isPresent();
    }
}
