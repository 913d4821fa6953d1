package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks of what a second submit does: nothing is asked of its outcome, but that the target stands by it. */
final class ResubmitChecks implements ResubmitCheck.ResubmitKinds<List<Case>> {
    private final Requirement row;
    private final Conversation conversation;
    private final SecondSubmits submits;

    ResubmitChecks(Requirement row, Conversation conversation) {
        this.row = row;
        this.conversation = conversation;
        submits = new SecondSubmits(conversation);
    }

    @Override
    public List<Case> resubmitNoted(ResubmitCheck.ResubmitNoted check) {
        SecondSubmits.Step step = new SecondSubmits.Step(row.id(), check.submit());
        return List.of(new Case(
                row, "probe", Phase.STATE, () -> submits.untestable(step).orElseGet(() -> noted(step))));
    }

    private Outcome noted(SecondSubmits.Step step) {
        Exchange first = submits.first(step);
        Exchange second = submits.second(step);
        Optional<Exchange> read =
                submits.read(step).filter(one -> conversation.succeeded(conversation.operation(Effect.READ), one));
        String code = second.response()
                .map(response -> response.json().at("/error/code").asString(""))
                .orElse("");
        String answer = second.response()
                .map(response -> "answered " + response.status() + (code.isEmpty() ? "" : " " + code))
                .orElse(second.failure());
        String told = second.accepted() ? " with " + effect(step, first, second) : "";
        String after = read.map(one -> " with " + effect(step, first, one))
                .map(seen -> seen.equals(told) ? "; a read agrees" : "; then read" + seen)
                .orElse("");
        return Outcome.noted(
                answer + told + after,
                read.map(one -> List.of(first, second, one))
                        .orElse(List.of(first, second))
                        .toArray(new Exchange[0]));
    }

    private String effect(SecondSubmits.Step step, Exchange first, Exchange shown) {
        return new PropertyFates(conversation.resource(), conversation.names().body(first), first)
                .told(conversation.names().body(submits.second(step)), shown);
    }

    @Override
    public List<Case> resubmitAnswered(ResubmitCheck.ResubmitAnswered check) {
        return each(Phase.STATE, step -> {
            Exchange second = submits.second(step);
            return second.accepted() || second.declined()
                    ? Outcome.honoured(second.line(), second)
                    : Outcome.neither(second);
        });
    }

    @Override
    public List<Case> shownAsResubmitted(ResubmitCheck.ShownAsResubmitted check) {
        return Conversation.effect(conversation.operation(check)) == Effect.LIST
                ? each(Phase.END, this::listed)
                : each(Phase.STATE, this::read);
    }

    private interface Judge {
        Outcome of(SecondSubmits.Step step);
    }

    private List<Case> each(Phase phase, Judge judge) {
        List<Case> cases = new ArrayList<>();
        for (Map.Entry<String, SecondSubmits.Step> one : submits.all().entrySet()) {
            SecondSubmits.Step step = one.getValue();
            cases.add(new Case(
                    row,
                    "after the second submit of " + one.getKey(),
                    phase,
                    () -> submits.untestable(step).orElseGet(() -> judge.of(step))));
        }
        return cases;
    }

    private Outcome read(SecondSubmits.Step step) {
        Operation read = conversation.operation(Effect.READ);
        Exchange shown = submits.read(step).orElseThrow();
        return conversation.succeeded(read, shown)
                ? judged(step, shown, shown.response().orElseThrow().json())
                : Outcome.broken(
                        Mismatch.of("the entity after a second submit", shown.line()),
                        submits.first(step),
                        submits.second(step),
                        shown);
    }

    private Outcome listed(SecondSubmits.Step step) {
        // The list is read once, when all of them were sent.
        submits.all().values().stream()
                .filter(one -> submits.untestable(one).isEmpty())
                .forEach(submits::second);
        Exchange list = conversation.lists().last();
        String identity = conversation.names().identity(submits.first(step));
        return conversation.lists().holds(list, identity)
                ? judged(step, list, conversation.lists().entry(list, identity))
                : Outcome.notListed(list, identity);
    }

    /** Judges whether an entity is as the success had it, or as it was before a refusal. */
    private Outcome judged(SecondSubmits.Step step, Exchange shown, JsonNode entity) {
        Exchange first = submits.first(step);
        Exchange second = submits.second(step);
        boolean others = step.submit().token().isPresent();
        if (second.accepted() && others) {
            return Outcome.honoured(
                    "another caller's submit was accepted; whose entity it is then, is open", second, shown);
        }
        if (!second.accepted() && !second.declined()) {
            return Outcome.notTestable("the second submit was neither accepted nor refused: " + second.line(), second);
        }
        ObjectNode expected =
                second.accepted() ? answered(second) : conversation.names().kept(first);
        List<Mismatch> differing = PropertyValues.differences(expected, entity);
        return differing.isEmpty()
                ? Outcome.honoured(
                        second.accepted()
                                ? "it is as the response to the second submit had it"
                                : "the second submit was refused, and it is as it was",
                        second,
                        shown)
                : Outcome.broken(differing, first, second, shown);
    }

    /** Returns what a response says of the entity; nothing where it holds another, or none. */
    private ObjectNode answered(Exchange second) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        JsonNode answer = second.response().map(Response::json).orElseThrow();
        if (!conversation.succeeded(conversation.operation(Effect.CREATE), second)
                && !conversation
                        .samples()
                        .identity(answer)
                        .equals(conversation.names().identity(second))) {
            return said;
        }
        Map<String, ServerValue> own = conversation.resource().serverValues();
        for (String name : conversation.resource().properties()) {
            boolean silent = answer.path(name).isNull() && own.containsKey(name);
            if (answer.has(name) && !silent && own.get(name) != ServerValue.CONTEXT) {
                said.set(name, answer.path(name));
            }
        }
        return said;
    }
}
