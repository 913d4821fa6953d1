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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

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
        List<BodyDefect> all = conversation
                .defects()
                .of(steps.operation(Effect.CREATE), row.schema().orElse(""));
        if (all.isEmpty()) {
            throw new IllegalArgumentException(row.id() + ": no defect can be made there");
        }
        // A value of another type and one that is not listed may be told by different parts of a server.
        return Stream.of(all.get(0), all.get(all.size() - 1))
                .distinct()
                .flatMap(defect -> Stream.of(
                        new Case(row, defect.name(), Phase.REFUSAL, () -> answered(defect)),
                        new Case(row, defect.name() + " changes nothing", Phase.STATE, () -> asItWas(defect))))
                .toList();
    }

    private String example(BodyDefect defect) {
        return conversation.example(steps.operation(Effect.CREATE), defect.examples()::contains);
    }

    private Exchange created(BodyDefect defect) {
        return conversation.create("for updates that are refused", example(defect));
    }

    private Exchange update(BodyDefect defect) {
        Operation create = steps.operation(Effect.CREATE);
        Exchange first = created(defect);
        return steps.submit(
                "update that is refused, " + defect.name(),
                () -> conversation
                        .requests()
                        .marked(create, example(defect), defect.body(example(defect)), defect.name())
                        .put(
                                conversation.resource().identity(),
                                conversation.names().identity(first)));
    }

    private Outcome answered(BodyDefect defect) {
        Exchange first = created(defect);
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        Exchange update = update(defect);
        if (update.accepted()) {
            return Outcome.notTestable("it was not refused: " + update.line(), first, update);
        }
        return update.declined()
                ? Outcome.honoured("refused with " + update.line(), first, update)
                : Outcome.neither(update);
    }

    private Outcome asItWas(BodyDefect defect) {
        Outcome answered = answered(defect);
        if (answered.kind() != Outcome.Kind.HONOURED || !conversation.has(Effect.LIST)) {
            return answered;
        }
        Exchange first = created(defect);
        Exchange update = update(defect);
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
