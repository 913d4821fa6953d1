package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.sample.Samples;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that name every property that any example sends, so that an update has something to get wrong. */
final class FullBodies {
    private FullBodies() {}

    /** Returns a fresh sound body with every property that an example sends. */
    static ObjectNode fresh(Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        Samples samples = conversation.samples();
        ObjectNode body = samples.fresh(create, base(create));
        for (String example : create.requestExamples().keySet()) {
            samples.outline(create, example).properties().stream()
                    .filter(property -> !body.has(property.getKey()))
                    .forEach(property -> body.set(property.getKey(), property.getValue()));
        }
        return body;
    }

    /** Returns the example with the rarest property: pages may allow such a property beside few values alone. */
    private static String base(Operation create) {
        Map<String, JsonNode> examples = create.requestExamples();
        return examples.entrySet().stream()
                .min(Comparator.comparingLong(one -> one.getValue().propertyNames().stream()
                        .mapToLong(property -> examples.values().stream()
                                .filter(example -> example.has(property))
                                .count())
                        .min()
                        .orElse(Long.MAX_VALUE)))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** Returns a copy in which each property that a second submit takes has another value. */
    static ObjectNode changed(Conversation conversation, ObjectNode body) {
        Resource resource = conversation.resource();
        ObjectNode changed = body.deepCopy();
        for (String property : List.copyOf(body.propertyNames())) {
            boolean fixed = property.equals(resource.identity())
                    || resource.resubmitRules().containsKey(property);
            if (!fixed) {
                changed.set(property, other(conversation, body, property));
            }
        }
        return changed;
    }

    private static JsonNode other(Conversation conversation, ObjectNode body, String property) {
        JsonNode value = body.path(property);
        if (value.isArray()) {
            return value;
        }
        // An address on the web stays one.
        return value.asString("").startsWith("https://")
                ? JsonNodeFactory.instance.stringNode(value.asString() + "/changed")
                : conversation.samples().other(conversation.operation(Effect.CREATE), body, property);
    }

    /** Gives a property another value, where the body stays sound. */
    static void vary(Conversation conversation, ObjectNode body, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        ObjectNode varied = body.deepCopy();
        varied.set(property, conversation.samples().other(create, body, property));
        Request request = conversation.requests().bare(create, "").withBody(varied);
        if (conversation.history().isSound(new Exchange(request, Optional.empty(), "not sent"))) {
            body.set(property, varied.path(property));
        }
    }

    /** Returns the first property of a submit that holds a list of texts; empty where there is none. */
    static Optional<String> listProperty(Conversation conversation) {
        String schema = conversation.operation(Effect.CREATE).requestSchema().orElseThrow();
        return conversation
                .contract()
                .at(schema + "/properties")
                .propertyStream()
                .filter(property -> property.getValue().path("type").toString().contains("array"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns a list of texts. */
    static ArrayNode texts(String... texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List.of(texts).forEach(list::add);
        return list;
    }
}
