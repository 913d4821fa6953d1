package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.sample.Neighbour;
import dev.tick.conformance.sample.Neighbours;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The neighbours as a target took them, once in a run: in one batch where it takes batches, else one by one. */
final class QueryScene {
    private final Conversation conversation;
    private final Operation create;
    private final Neighbours neighbours;
    private final Map<Neighbour, ObjectNode> taken;
    private final Exchange last;

    private QueryScene(Conversation conversation, Map<Neighbour, ObjectNode> taken, Exchange last) {
        this.conversation = conversation;
        create = conversation.operation(Effect.CREATE);
        neighbours = conversation.samples().neighbours();
        this.taken = taken;
        this.last = last;
    }

    /** Submits the neighbours, unless that was done. */
    static QueryScene of(Conversation conversation) {
        if (conversation.has(Effect.CREATE_MANY)) {
            Operation batch = conversation.operation(Effect.CREATE_MANY);
            Exchange exchange = conversation.exchange("neighbours", () -> batch(conversation, batch));
            if (conversation.succeeded(batch, exchange)) {
                return new QueryScene(conversation, items(conversation, exchange), exchange);
            }
        }
        Map<Neighbour, ObjectNode> taken = new EnumMap<>(Neighbour.class);
        Exchange last = conversation.own();
        String example = example(conversation);
        for (Neighbour neighbour : Neighbour.values()) {
            last = conversation.exchange("neighbour " + neighbour, () -> one(conversation, example, neighbour));
            if (conversation.succeeded(conversation.operation(Effect.CREATE), last)) {
                taken.put(neighbour, conversation.names().body(last));
            }
        }
        return new QueryScene(conversation, taken, last);
    }

    private static Request batch(Conversation conversation, Operation batch) {
        Request sound = conversation.soundRequest(batch, conversation.example(batch));
        ObjectNode body = (ObjectNode) sound.body().meant().orElseThrow().deepCopy();
        ArrayNode items = body.putArray(Body.listName(body).orElseThrow());
        String example = example(conversation);
        for (Neighbour neighbour : Neighbour.values()) {
            items.add(body(conversation, example, "Query", neighbour));
        }
        return sound.withBody(body);
    }

    private static Request one(Conversation conversation, String example, Neighbour neighbour) {
        return conversation
                .requests()
                .bare(conversation.operation(Effect.CREATE), "")
                // A batch that was refused may have left its own.
                .withBody(body(
                        conversation, example, conversation.has(Effect.CREATE_MANY) ? "Question" : "Query", neighbour));
    }

    private static ObjectNode body(Conversation conversation, String example, String name, Neighbour neighbour) {
        Operation create = conversation.operation(Effect.CREATE);
        return conversation
                .samples()
                .neighbours()
                .body(create, name, neighbour, conversation.samples().fresh(create, example));
    }

    /** Returns the example with the most to filter by, of those that the target takes. */
    private static String example(Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        List<String> filterable = conversation.resource().filterable();
        List<String> examples = conversation.requests().examples(create).stream()
                .sorted(Comparator.comparingLong((String example) -> -filterable.stream()
                        .filter(property -> conversation.requests().sends(create, example, property))
                        .count()))
                .toList();
        return conversation.standIn(create, examples.get(0), examples::contains);
    }

    private static Map<Neighbour, ObjectNode> items(Conversation conversation, Exchange exchange) {
        Map<Neighbour, ObjectNode> taken = new EnumMap<>(Neighbour.class);
        BatchAnswer answer = BatchAnswer.of(conversation.contract(), exchange);
        Iterator<JsonNode> items =
                Body.items(conversation.names().body(exchange)).iterator();
        for (Neighbour neighbour : Neighbour.values()) {
            ObjectNode item = (ObjectNode) items.next();
            if (answer.of(conversation.samples().identity(item))
                    .filter(result -> !result.failed())
                    .isPresent()) {
                taken.put(neighbour, item);
            }
        }
        return taken;
    }

    /** Returns why nothing can be asked: not all were taken, or the list lacks some of them; empty when all are there. */
    Optional<Outcome> missing() {
        if (taken.size() < Neighbour.values().length) {
            return Optional.of(Outcome.noTwin(last));
        }
        Exchange whole = conversation.exchange(
                "list with neighbours", () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
        if (!conversation.succeeded(conversation.operation(Effect.LIST), whole)) {
            return Optional.of(Outcome.noTwin(whole));
        }
        List<Neighbour> listed = listed(whole);
        return taken.keySet().stream()
                .filter(neighbour -> !listed.contains(neighbour))
                .findFirst()
                .map(neighbour -> Outcome.notListed(whole, identity(neighbour)));
    }

    /** Returns which of them a list holds, each as often as it does. */
    List<Neighbour> listed(Exchange list) {
        Map<String, Neighbour> names = taken.keySet().stream()
                .collect(Collectors.toMap(this::identity, neighbour -> neighbour, (one, other) -> one));
        List<Neighbour> listed = new ArrayList<>();
        conversation
                .lists()
                .entities(list)
                .map(conversation.samples()::identity)
                .filter(names::containsKey)
                .map(names::get)
                .forEach(listed::add);
        return listed;
    }

    private String identity(Neighbour neighbour) {
        return conversation
                .samples()
                .identity(taken.getOrDefault(neighbour, conversation.names().body(last)));
    }

    /** Returns a value of one of them; missing where it has none. */
    JsonNode value(Neighbour neighbour, String property) {
        return Optional.ofNullable(taken.get(neighbour))
                .<JsonNode>map(body -> body.path(property))
                .orElse(MissingNode.getInstance());
    }

    /** Returns the properties that a list may be filtered by and that take any text, first those that each of them has. */
    List<String> texts() {
        return neighbours.texts(create).stream()
                .filter(property -> !value(Neighbour.PLAIN, property).isMissingNode())
                .sorted(Comparator.comparing(
                        property -> value(Neighbour.BARE, property).isMissingNode()))
                .toList();
    }

    /** Returns the properties that a list may be filtered by and that are times of the client's. */
    List<String> times() {
        return neighbours.times(create).stream()
                .filter(property -> !value(Neighbour.PLAIN, property).isMissingNode())
                .toList();
    }
}
