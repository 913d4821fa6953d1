package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.sample.BodyDefect;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Updates that are refused: submits of what is there, with another text in every property that takes any, and one defect.
 *
 * @param row the requirement, which stands at the property that has the defect
 * @param conversation in which they take place
 * @param steps the requests
 */
record RefusedUpdates(Requirement row, Conversation conversation, Steps steps) {
    /** Checks that a refused update leaves what is there as it was; how it is refused is for the rows on its defect. */
    List<Case> cases() {
        return List.of(
                new Case(row, "answered", Phase.REFUSAL, this::answered),
                new Case(row, "as it was", Phase.STATE, () -> {
                    Outcome answered = answered();
                    return answered.kind() == Outcome.Kind.HONOURED && conversation.has(Effect.LIST)
                            ? listed()
                            : answered;
                }));
    }

    private BodyDefect defect() {
        String pointer = row.schema().orElse("");
        return conversation.defects().of(steps.operation(Effect.CREATE), pointer).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(row.id() + ": no defect can be made at '" + pointer + "'"));
    }

    private Exchange created() {
        Operation create = steps.operation(Effect.CREATE);
        return conversation.create(
                "for an update that is refused", conversation.example(create, defect().examples()::contains));
    }

    private Exchange update() {
        Operation create = steps.operation(Effect.CREATE);
        Exchange first = created();
        String example = conversation.example(create, defect().examples()::contains);
        return steps.submit("update that is refused", () -> {
            ObjectNode body = conversation.requests().marked(create, example, defect().body(example), "in an update");
            String identity = conversation.resource().identity();
            return body.put(identity, conversation.names().identity(first));
        });
    }

    private Outcome answered() {
        Exchange first = created();
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        Exchange update = update();
        if (update.accepted()) {
            return Outcome.notTestable("it was not refused: " + update.line(), first, update);
        }
        return update.declined()
                ? Outcome.honoured("refused with " + update.line(), first, update)
                : Outcome.neither(update);
    }

    private Outcome listed() {
        Exchange first = created();
        Exchange update = update();
        Exchange list = conversation.lists().afterRefusals();
        String identity = conversation.names().identity(first);
        if (!conversation.lists().holds(list, identity)) {
            return Outcome.notListed(list, identity);
        }
        JsonNode entry = conversation.lists().entry(list, identity);
        JsonNode before = conversation.names().body(first);
        List<Mismatch> changed = conversation.names().body(update).properties().stream()
                .filter(sent -> !PropertyValues.same(before.path(sent.getKey()), sent.getValue()))
                .filter(sent -> PropertyValues.same(sent.getValue(), entry.path(sent.getKey())))
                .map(sent -> Mismatch.of(sent.getKey(), before.path(sent.getKey()), sent.getValue()))
                .toList();
        return changed.isEmpty()
                ? Outcome.honoured("it is as it was", update, list)
                : Outcome.broken(changed, first, update, list);
    }
}
