package dev.tick.conformance.conversation;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entities that removals are aimed at, each once: submitted many at a time where the target shows that it keeps what is submitted so,
 * else one by one. A removal must not be blamed for an import that did nothing.
 */
final class Spares {
    /** About half of what a run aims at. */
    private static final int TOGETHER = 25;

    private final Conversation conversation;
    private final Map<Integer, List<String>> batches = new HashMap<>();
    private int taken;

    Spares(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Returns the address of an entity that no other case uses. */
    String address() {
        int number = taken;
        taken++;
        List<String> batch = batch(number / TOGETHER);
        return batch.isEmpty() ? conversation.names().address(conversation.another()) : batch.get(number % TOGETHER);
    }

    /** Returns the addresses of a batch; none where the target does not take it as a whole. */
    private List<String> batch(int number) {
        if (!conversation.has(Effect.CREATE_MANY) || !conversation.has(Effect.LIST)) {
            return List.of();
        }
        List<String> known = batches.get(number);
        if (known != null) {
            return known;
        }
        List<String> made = made(number);
        batches.put(number, made);
        return made;
    }

    private List<String> made(int number) {
        Operation many = conversation.operation(Effect.CREATE_MANY);
        Exchange batch = conversation.exchange("spares " + number, () -> request(many));
        if (!conversation.succeeded(many, batch)) {
            return List.of();
        }
        Operation list = conversation.operation(Effect.LIST);
        Exchange whole = conversation.exchange(
                "list of spares " + number, () -> conversation.requests().bare(list, ""));
        String property = conversation.resource().address();
        Set<String> listed = conversation
                .lists()
                .entities(whole)
                .map(entity -> entity.path(property).asString(""))
                .collect(Collectors.toSet());
        BatchAnswer answer = BatchAnswer.of(conversation.contract(), batch);
        List<String> addresses = conversation.names().identities(batch.request()).stream()
                .flatMap(identity -> answer.of(identity).stream())
                .map(BatchAnswer.Result::number)
                .toList();
        return addresses.size() == TOGETHER && listed.containsAll(addresses) ? addresses : List.of();
    }

    private Request request(Operation many) {
        JsonNode example = many.requestExamples().values().iterator().next();
        ObjectNode body = (ObjectNode) example.deepCopy();
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        String like = conversation.mainExample();
        Stream.generate(() -> conversation.samples().fresh(conversation.operation(Effect.CREATE), like))
                .limit(TOGETHER)
                .forEach(items::add);
        return conversation.requests().bare(many, "").withBody(body);
    }
}
