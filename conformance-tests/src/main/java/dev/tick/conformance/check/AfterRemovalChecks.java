package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.AfterRemovalCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of requests for an entity that was removed before. */
final class AfterRemovalChecks {
    private static final int NOT_FOUND = 404;

    private AfterRemovalChecks() {}

    /** Returns the cases by what is called after the removal. */
    static List<Case> cases(Requirement row, AfterRemovalCheck check, Conversation conversation) {
        Operation removal = conversation.operation(check);
        Operation then = conversation.contract().operation(check.then());
        Effect effect = Conversation.effect(then);
        return switch (effect) {
            case CREATE -> {
                List<Case> cases = new ArrayList<>();
                cases.add(new Case(
                        row, "then " + then.id(), Phase.STATE, () -> createdAnew(conversation, removal, then)));
                cases.addAll(new RemovalSequences(row, conversation, new Steps(conversation)).recreatedOtherwise());
                yield cases;
            }
            case LIST -> RemovedLists.cases(row, removal, conversation);
            case READ, CHANGE, CREATE_MANY, REMOVE, REMOVE_MANY ->
                List.of(new Case(row, "then " + then.id(), Phase.STATE, () -> notFound(conversation, removal, then)));
        };
    }

    /** Judges whether a read or change of what was removed finds nothing, although it was read or changed before. */
    private static Outcome notFound(Conversation conversation, Operation removal, Operation then) {
        String example = conversation.example(then);
        Exchange created = conversation.create("for removing, then " + then.id(), conversation.mainExample());
        String address = conversation.names().address(created);
        Supplier<Request> request = () -> {
            Request sound = conversation.soundRequest(then, example);
            return then.requestSchema().isEmpty()
                    ? sound.to(then.pathFor(address))
                    : sound.to(then.pathFor(address))
                            .withBody(conversation.names().body(conversation.sound(then, example)));
        };
        Exchange before = conversation.exchange("before removal " + then.id(), request);
        Exchange removed = conversation.exchange(
                "removal before " + then.id(), () -> conversation.requests().bare(removal, address));
        if (!conversation.succeeded(then, before) || !conversation.succeeded(removal, removed)) {
            return Outcome.noTwin(conversation.succeeded(then, before) ? removed : before);
        }
        Exchange after = conversation.exchange("after removal " + then.id(), request);
        return after.response()
                        .filter(response -> response.status() == NOT_FOUND)
                        .isPresent()
                ? Outcome.honoured("it is not found any more", before, removed, after)
                : Outcome.broken(Mismatch.of("404 for what was removed", after.line()), before, removed, after);
    }

    /** Judges whether what was removed can be submitted again, with fewer values, as if it had never been there. */
    private static Outcome createdAnew(Conversation conversation, Operation removal, Operation create) {
        Exchange first = conversation.create("for removing and submitting again", example(conversation, create));
        if (!conversation.succeeded(create, first)) {
            return Outcome.noTwin(first);
        }
        Exchange removed = conversation.exchange(
                "removal before submitting again",
                () -> conversation.requests().bare(removal, conversation.names().address(first)));
        if (!conversation.succeeded(removal, removed)) {
            return Outcome.noTwin(removed);
        }
        Exchange second = conversation.exchange(
                "submit after removal",
                () -> first.request()
                        .withBody(
                                fewer(conversation, create, conversation.names().body(first))));
        if (!conversation.succeeded(create, second)) {
            return Outcome.broken(
                    Mismatch.of(create.success().status() + " with the new entity", second.line()),
                    first,
                    removed,
                    second);
        }
        if (!conversation.has(Effect.READ)) {
            return asNew(conversation, create, first, second, second)
                    .orElseGet(() -> Outcome.honoured("it is created anew", removed, second));
        }
        Operation read = conversation.operation(Effect.READ);
        Exchange shown = conversation.exchange(
                "read after submit after removal",
                () -> conversation.requests().bare(read, conversation.names().address(second)));
        return asNew(conversation, create, first, second, second)
                .or(() -> conversation.succeeded(read, shown)
                        ? asNew(conversation, create, first, second, shown)
                        : Optional.of(Outcome.broken(Mismatch.of("the new entity", shown.line()), second, shown)))
                .orElseGet(() -> Outcome.honoured("it is created anew", removed, second, shown));
    }

    /** Returns how an entity that is shown is not the one submitted last: it lacks its values, or has those of the one before. */
    private static Optional<Outcome> asNew(
            Conversation conversation, Operation create, Exchange first, Exchange second, Exchange shown) {
        ObjectNode submitted = conversation.names().body(second);
        JsonNode entity = shown.response().map(Response::json).orElseThrow();
        List<Mismatch> lost = PropertyValues.differences(submitted, entity);
        if (!lost.isEmpty()) {
            return Optional.of(Outcome.broken(lost, first, second, shown));
        }
        ObjectNode before = conversation.names().body(first);
        List<Mismatch> old = before.properties().stream()
                .filter(one -> !submitted.has(one.getKey()) && isOwn(conversation, create, one.getKey()))
                .filter(one -> PropertyValues.same(one.getValue(), entity.path(one.getKey())))
                .map(one -> Mismatch.of(one.getKey(), "not what it was before the removal", one.getValue()))
                .toList();
        Optional<Mismatch> time = conversation
                .resource()
                .filledWith(ServerValue.TIME)
                .filter(name -> isFine(PropertyValues.answered(first, name))
                        && PropertyValues.same(PropertyValues.answered(first, name), entity.path(name)))
                .map(name -> Mismatch.of(name, "another time than before the removal", "it again"));
        return old.stream().findFirst().or(() -> time).map(mismatch -> Outcome.broken(mismatch, first, second, shown));
    }

    /** Returns whether no server would set the value by itself: a text that bears the run's mark. */
    private static boolean isOwn(Conversation conversation, Operation create, String property) {
        return conversation.samples().distinguishing(create, property, "").isPresent();
    }

    /** Returns whether a time is so fine that two submits do not share it. */
    private static boolean isFine(JsonNode time) {
        return time.asString("").matches(".*\\.\\d{4,}.*") && !time.asString("").matches(".*\\.0+\\D.*");
    }

    /** Returns an example that leaves something out where only what is required is sent. */
    private static String example(Conversation conversation, Operation create) {
        return conversation.example(
                create,
                name -> Optional.ofNullable(create.requestExamples().get(name)).stream()
                        .flatMap(body -> body.propertyNames().stream())
                        .anyMatch(property -> !required(conversation, create).contains(property)
                                && isOwn(conversation, create, property)));
    }

    /** Returns only what must be sent of a body. */
    private static ObjectNode fewer(Conversation conversation, Operation create, ObjectNode before) {
        ObjectNode body = before.deepCopy();
        body.retain(required(conversation, create));
        return body;
    }

    private static List<String> required(Conversation conversation, Operation create) {
        return conversation
                .contract()
                .at(create.requestSchema().orElseThrow() + "/required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
