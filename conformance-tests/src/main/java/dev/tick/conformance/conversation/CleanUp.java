package dev.tick.conformance.conversation;

import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Removes what probes left: entities that a target made of unsound requests, and that nobody else should meet. */
final class CleanUp {
    private final Conversation conversation;

    CleanUp(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * Removes them, all at once where the contract has a way, else one by one, as far as the target's quota goes. No check asks for
     * it, so that the response decides nothing; it is kept with the other exchanges.
     */
    void run() {
        try {
            removeAll();
        } catch (QuotaException | StoppedException e) {
            // A later check looks at what its own run made alone, so that what stays does no harm.
            return;
        }
    }

    private void removeAll() {
        Set<String> left = there(conversation.history().leftByProbes());
        if (left.isEmpty()) {
            return;
        }
        // One that has gone since may be why a batch removes none.
        if (!isRemovedTogether(left) && conversation.serves(Effect.REMOVE)) {
            Operation operation = conversation.operation(Effect.REMOVE);
            left.forEach(address -> send(
                    "what a probe left, " + address,
                    () -> conversation.requests().bare(operation, address)));
        }
    }

    /**
     * Returns those that are there: one that has ended would let a batch remove none. All of them where there is no batch, or no list
     * tells.
     */
    private Set<String> there(Set<String> left) {
        if (left.size() < 2 || !conversation.has(Effect.REMOVE_MANY) || !conversation.has(Effect.LIST)) {
            return left;
        }
        Operation list = conversation.operation(Effect.LIST);
        Exchange whole = send("what is there", () -> conversation.requests().bare(list, ""));
        if (!SuccessRules.answered(list, whole)) {
            return left;
        }
        return conversation
                .lists()
                .entities(whole)
                .map(entity -> entity.path(conversation.resource().address()).asString(""))
                .filter(left::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isRemovedTogether(Set<String> left) {
        if (!conversation.has(Effect.REMOVE_MANY)) {
            return false;
        }
        Operation operation = conversation.operation(Effect.REMOVE_MANY);
        return send(
                        "what probes left",
                        () -> conversation.requests().bare(operation, "").withBody(all(operation, left)))
                .accepted();
    }

    private Exchange send(String what, Supplier<Request> request) {
        return conversation.exchange("clean-up of " + what, request);
    }

    /** Returns the first example of a removal of many, with these addresses in its list. */
    private static ObjectNode all(Operation operation, Set<String> addresses) {
        JsonNode example = operation.requestExamples().values().iterator().next();
        ObjectNode body = (ObjectNode) example.deepCopy();
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        addresses.forEach(items::add);
        return body;
    }
}
