package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits of what was there once, with other values in all that a submit of what is there could not change.
 *
 * @param conversation in which they take place
 * @param steps the requests
 */
record Recreation(Conversation conversation, Steps steps) {
    /**
     * Submits the identity of an entity that is gone with other values.
     *
     * @param rules those by which a property has another value, too
     */
    Exchange otherwise(String name, Exchange gone, Set<ResubmitRule> rules) {
        return steps.submit(name, () -> other(conversation.names().body(gone), rules));
    }

    private ObjectNode other(ObjectNode before, Set<ResubmitRule> rules) {
        // Not every property: some values go with few others.
        ObjectNode body = steps.retitled(before, "created anew");
        Operation create = steps.operation(Effect.CREATE);
        conversation
                .resource()
                .expiration()
                .filter(before::has)
                .ifPresent(end -> body.set(end, conversation.samples().other(create, body, end)));
        for (ResubmitRule rule : rules) {
            // The last one: the first is what kind of value it is, which has to fit the value.
            conversation.resource().resubmitRules().entrySet().stream()
                    .filter(one -> one.getValue() == rule)
                    .filter(one -> rule == ResubmitRule.KEPT || before.has(one.getKey()))
                    .map(Map.Entry::getKey)
                    .reduce((one, last) -> last)
                    .ifPresent(property -> FullBodies.vary(conversation, body, property));
        }
        return body;
    }

    /**
     * Judges whether an entity was created anew.
     *
     * @param removal the exchange after which it was gone
     */
    Outcome judged(Exchange before, Exchange removal, Exchange again) {
        if (!steps.taken(again)) {
            Exchange twin = twin(again);
            return again.declined() && !steps.taken(twin)
                    ? Outcome.noTwin(twin)
                    : Outcome.broken(Mismatch.of("it to be created anew", again.line()), before, removal, again);
        }
        List<Mismatch> differing = new ArrayList<>(PropertyValues.differences(
                conversation.names().body(again), again.response().orElseThrow().json()));
        conversation.resource().filledWith(ServerValue.NUMBER).ifPresent(number -> {
            JsonNode old = PropertyValues.answered(before, number);
            if (old.equals(PropertyValues.answered(again, number))) {
                differing.add(Mismatch.of(number, "another value than " + old, "it again"));
            }
        });
        if (!differing.isEmpty()) {
            return Outcome.broken(differing, before, removal, again);
        }
        return conversation
                .resource()
                .filledWith(ServerValue.TIME)
                .map(time -> MovingTimes.judged(time, before, again, ChronoUnit.MILLIS))
                .orElseGet(() -> Outcome.honoured("it is created anew", before, again));
    }

    /** Submits the same values for an identity that was never there. */
    private Exchange twin(Exchange again) {
        String identity = conversation.resource().identity();
        return steps.submit("twin of " + conversation.number(again), () -> {
            ObjectNode body = conversation.names().body(again).deepCopy();
            body.set(identity, conversation.samples().other(steps.operation(Effect.CREATE), body, identity));
            return body;
        });
    }
}
