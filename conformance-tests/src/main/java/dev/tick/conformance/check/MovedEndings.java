package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.Timestamp;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences about an end that is moved, and about a removal after an end.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record MovedEndings(Requirement row, Conversation conversation, Steps steps) {
    private Endings endings() {
        return new Endings(row, conversation, steps);
    }

    /** Checks that an entity outlives the end that it had, and does not outlive the one that it got. */
    List<Case> moved(Operation operation) {
        endings().property();
        return List.of(
                new Case(row, "before it ends", Phase.SOUND, () -> answered(later(operation))),
                new Case(row, "moved nearer, before it ends", Phase.SOUND, () -> {
                    forRemoval();
                    return answered(nearer(operation));
                }),
                new Case(row, "after its former end", Phase.END, () -> outlived(operation)),
                new Case(row, "moved nearer, after its end", Phase.END, () -> gone(operation)));
    }

    /** Checks that a removal of what has ended finds nothing. */
    List<Case> removed() {
        endings().property();
        return List.of(
                new Case(row, "before it ends", Phase.SOUND, () -> endings().before(forRemoval())),
                new Case(row, "after its end", Phase.END, this::removedAfter));
    }

    private Exchange soon(String name) {
        return endings().soon(name, endings()::submitted);
    }

    private Exchange forRemoval() {
        return soon("submit of what ends soon, for a removal");
    }

    /** Moves an end away before it comes. */
    private Exchange later(Operation operation) {
        Exchange first = soon("submit of what ends soon, for a later end");
        JsonNode late = steps.fresh(endings().example()).path(endings().property());
        return steps.send("move to a later end", () -> move(operation, first, late));
    }

    private Exchange nearer(Operation operation) {
        Exchange first = conversation.create("for a nearer end", endings().example());
        return endings()
                .soon(
                        "move to a nearer end",
                        (name, end) -> steps.send(
                                name, () -> move(operation, first, JsonNodeFactory.instance.stringNode(end.get()))));
    }

    private Request move(Operation operation, Exchange first, JsonNode end) {
        ObjectNode body = Conversation.effect(operation) == Effect.CHANGE
                ? JsonNodeFactory.instance.objectNode()
                : conversation.names().body(first).deepCopy();
        body.set(endings().property(), end);
        return conversation.requests().bare(operation, steps.address(first)).withBody(body);
    }

    private Outcome answered(Exchange moved) {
        return moved.accepted()
                ? Outcome.honoured("it is taken", moved)
                : Outcome.noted("an end within seconds is not taken: " + moved.line(), moved);
    }

    private static Instant end(JsonNode body, String property) {
        return Timestamp.read(body.path(property)).orElseThrow().toInstant();
    }

    /** Lists what is there when the former end has passed, and the nearer one. */
    private Exchange list(Operation operation) {
        later(operation);
        forRemoval();
        Exchange nearer = nearer(operation);
        return conversation.exchange("list after a moved end", () -> {
            Instant last = end(conversation.names().body(nearer), endings().property());
            conversation.waitUntil(last.plus(Endings.SLACK), "the end that an entity was given anew");
            return conversation.requests().bare(steps.operation(Effect.LIST), "");
        });
    }

    private Outcome outlived(Operation operation) {
        Exchange moved = later(operation);
        if (!moved.accepted()) {
            return answered(moved);
        }
        Exchange list = list(operation);
        Exchange own = conversation.own();
        if (!conversation.lists().holds(list, conversation.names().identity(own))) {
            return Outcome.notListed(list, conversation.names().identity(own));
        }
        String identity = conversation.names().identity(soon("submit of what ends soon, for a later end"));
        return conversation.lists().holds(list, identity)
                ? Outcome.honoured("it is there still", moved, list)
                : Outcome.broken(Mismatch.of(identity + " in the list", "it gone at its former end"), moved, list);
    }

    /** Where a target lets no entity end at its time, another row tells. */
    private Outcome gone(Operation operation) {
        Exchange moved = nearer(operation);
        Exchange list = list(operation);
        Exchange plain = forRemoval();
        boolean ends = steps.taken(plain)
                && conversation.lists().holds(list, conversation.names().identity(conversation.own()))
                && !conversation.lists().holds(list, conversation.names().identity(plain));
        if (!moved.accepted() || !ends) {
            return moved.accepted()
                    ? Outcome.noted("the target does not let entities end at their time", list)
                    : answered(moved);
        }
        String identity = conversation
                .names()
                .identity(conversation.create("for a nearer end", endings().example()));
        return conversation.lists().holds(list, identity)
                ? Outcome.broken(Mismatch.of("a list without " + identity, "it there after its end"), moved, list)
                : Outcome.honoured("it is gone", moved, list);
    }

    private Outcome removedAfter() {
        Exchange created = forRemoval();
        if (!steps.taken(created)) {
            return endings().before(created);
        }
        Exchange list = conversation.exchange("list before a removal after an end", () -> {
            Instant end = end(conversation.names().body(created), endings().property());
            conversation.waitUntil(end.plus(Endings.SLACK), "the end of an entity that is removed afterwards");
            return conversation.requests().bare(steps.operation(Effect.LIST), "");
        });
        if (conversation.lists().holds(list, conversation.names().identity(created))) {
            return Outcome.noted("the target does not let entities end at their time", list);
        }
        Exchange removal = steps.send(
                "removal after an end",
                () -> conversation.requests().bare(steps.operation(Effect.REMOVE), steps.address(created)));
        return removal.declined()
                ? Outcome.honoured("answered " + removal.line(), created, list, removal)
                : Outcome.broken(Mismatch.of("404 for what has ended", removal.line()), created, list, removal);
    }
}
