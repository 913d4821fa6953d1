package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences of changes.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record ChangeSequences(Requirement row, Conversation conversation, Steps steps) {
    /** The changes of one entity: a server may count them, and stop. */
    private static final int CHANGES = 26;

    private Exchange created() {
        Exchange full = steps.submit("submit of every property, for changes", () -> FullBodies.fresh(conversation));
        return full.declined() ? conversation.create("for several changes", conversation.mainExample()) : full;
    }

    private Request change(ObjectNode body) {
        return conversation
                .requests()
                .bare(steps.operation(Effect.CHANGE), steps.address(created()))
                .withBody(body);
    }

    /** Changes every property at once. */
    private Exchange together() {
        ObjectNode body = FullBodies.changed(conversation, conversation.names().body(created()));
        body.retain(ChangeChecks.changeable(conversation));
        return steps.send("change of everything", () -> change(body));
    }

    /** Changes one text, after everything was changed. */
    private Exchange second() {
        together();
        read("read after a change of everything");
        return text("second change", "changed again", request -> request);
    }

    /** Changes one text; another one where the target has reason to decline the first. */
    private Exchange text(String name, String text, UnaryOperator<Request> path) {
        Exchange change =
                steps.send(name, () -> path.apply(change(named(properties().get(0), text))));
        return change.declined() && properties().size() > 1
                ? steps.send(
                        name + " of another text",
                        () -> path.apply(change(named(properties().get(1), text))))
                : change;
    }

    /** Changes a text again and again after the second change, and reads the entity at last. */
    private List<Exchange> more() {
        second();
        read("read after a second change");
        List<Exchange> changes = IntStream.rangeClosed(3, CHANGES)
                .mapToObj(i -> text("change " + i, "changed for the time " + i, request -> request))
                .toList();
        read("read after many changes");
        return changes;
    }

    private Exchange aliased() {
        more();
        return text("change by an alias", "by an alias", steps::byAlias);
    }

    private ObjectNode named(String property, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        conversation
                .samples()
                .distinguishing(steps.operation(Effect.CREATE), property, text)
                .ifPresent(value -> body.set(property, value));
        return body;
    }

    /** Returns the free texts that a change may name; any property where it may name none. */
    private List<String> properties() {
        List<String> changeable = ChangeChecks.changeable(conversation);
        List<String> texts = changeable.stream()
                .filter(name -> conversation
                        .samples()
                        .distinguishing(steps.operation(Effect.CREATE), name, "")
                        .isPresent())
                .toList();
        return texts.isEmpty() ? changeable : texts;
    }

    private String property() {
        return properties().get(0);
    }

    /** Reads the entity, where the target can, at this point of the sequence. */
    private Optional<Exchange> read(String name) {
        return conversation.has(Effect.READ)
                ? Optional.of(steps.send(
                        name,
                        () -> conversation.requests().bare(steps.operation(Effect.READ), steps.address(created()))))
                : Optional.empty();
    }

    /** Checks that a change of everything takes effect on everything. */
    List<Case> everything() {
        return List.of(new Case(row, "at once", Phase.REFUSAL, () -> {
            Exchange change = together();
            return judged(change, List.of(change), read("read after a change of everything"));
        }));
    }

    /** Checks that a second change keeps what the first one changed. */
    List<Case> repeatedly() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                row,
                "a second change",
                Phase.REFUSAL,
                () -> again(second(), List.of(second()), "read after a second change")));
        cases.add(new Case(row, CHANGES + " changes", Phase.REFUSAL, () -> {
            Outcome second = again(second(), List.of(second()), "read after a second change");
            List<Exchange> more = more();
            Optional<Exchange> refused =
                    more.stream().filter(change -> !succeeded(change)).findFirst();
            return second.kind() == Outcome.Kind.HONOURED
                    ? again(refused.orElse(more.get(more.size() - 1)), after(second(), more), "read after many changes")
                    : second;
        }));
        return cases;
    }

    private static List<Exchange> after(Exchange second, List<Exchange> more) {
        List<Exchange> all = new ArrayList<>(List.of(second));
        all.addAll(more);
        return all;
    }

    private Outcome again(Exchange last, List<Exchange> later, String read) {
        Exchange first = together();
        // A target may have reason to decline either; the rows on single changes tell.
        if (!succeeded(first) || second().declined()) {
            return Outcome.noTwin(succeeded(first) ? second() : first);
        }
        return judged(last, after(first, later), read(read));
    }

    /** Checks that a change by an alias, where that is served, takes effect. */
    List<Case> byAlias() {
        return List.of(new Case(row, "by an alias", Phase.REFUSAL, () -> {
            Exchange second = second();
            Exchange change = aliased();
            if (!succeeded(second)) {
                return Outcome.noTwin(second);
            }
            if (change.declined()) {
                return Outcome.honoured("the alias is not served: " + change.line(), change);
            }
            List<Exchange> changes = after(together(), after(second, more()));
            changes.add(change);
            return judged(
                    change, changes.stream().filter(this::succeeded).toList(), read("read after a change by an alias"));
        }));
    }

    private boolean succeeded(Exchange change) {
        return steps.answered(Effect.CHANGE, change);
    }

    /** Judges whether an entity is as it was submitted, but for these changes. */
    private Outcome judged(Exchange last, List<Exchange> changes, Optional<Exchange> read) {
        Exchange first = created();
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        if (!succeeded(last)) {
            return Outcome.broken(Mismatch.of("a change to be taken", last.line()), first, last);
        }
        ObjectNode expected = conversation.names().kept(first);
        changes.forEach(change -> conversation
                .names()
                .body(change)
                .properties()
                .forEach(property -> expected.set(property.getKey(), property.getValue())));
        List<Exchange> seen = new ArrayList<>(List.of(first));
        seen.addAll(changes);
        List<Mismatch> differing = new ArrayList<>(differences(expected, last));
        read.ifPresent(after -> {
            seen.add(after);
            differing.addAll(differences(expected, after));
        });
        return differing.isEmpty()
                ? Outcome.honoured("it is as it was changed", seen.toArray(new Exchange[0]))
                : Outcome.broken(differing.stream().distinct().toList(), seen.toArray(new Exchange[0]));
    }

    private static List<Mismatch> differences(JsonNode expected, Exchange shown) {
        return PropertyValues.differences(
                expected, shown.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode()));
    }

    /** Notes what a change to a value does that no page speaks of. */
    List<Case> noted(String name, JsonNode value) {
        return List.of(new Case(row, "probe", Phase.STATE, () -> {
            aliased();
            read("read after a change by an alias");
            String property = property();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set(property, value);
            Exchange change = steps.send("change to " + name, () -> change(body));
            return Outcome.noted(
                    "answered " + change.line() + " with " + property + " "
                            + PropertyValues.shown(PropertyValues.answered(change, property)),
                    created(),
                    change);
        }));
    }

    /** Notes what a submit of what was changed does. */
    List<Case> submitted() {
        return List.of(new Case(row, "probe", Phase.END, () -> {
            aliased();
            read("read after a change by an alias");
            Exchange first = created();
            Exchange again = steps.submit(
                    "submit after changes",
                    () -> conversation.names().body(first).deepCopy());
            String property = property();
            return Outcome.noted(
                    "answered " + again.line() + " with " + property + " "
                            + (PropertyValues.same(
                                            conversation.names().body(first).path(property),
                                            PropertyValues.answered(again, property))
                                    ? "as it was submitted"
                                    : "of another value"),
                    first,
                    again);
        }));
    }
}
