package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes of a submit whose optional texts are empty. */
final class EmptyTexts {
    private EmptyTexts() {}

    static List<Case> noted(Requirement row, Conversation conversation, Steps steps) {
        return List.of(new Case(row, "all in one request", Phase.REFUSAL, () -> {
            List<String> texts = optional(conversation);
            Exchange submit = steps.submit("empty texts", () -> {
                ObjectNode body = steps.fresh(conversation.mainExample());
                texts.forEach(property -> body.put(property, ""));
                return body;
            });
            if (!steps.taken(submit)) {
                return Outcome.noted("answered " + submit.line(), submit);
            }
            String shown = texts.stream()
                    .map(property -> property + ": " + shown(PropertyValues.answered(submit, property)))
                    .collect(Collectors.joining(", "));
            return Outcome.noted("taken; " + shown, submit);
        }));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.asString("another").isEmpty() ? "empty" : value.toString();
    }

    private static List<String> optional(Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        JsonNode schema = conversation.contract().at(create.requestSchema().orElseThrow());
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return schema.path("properties").propertyNames().stream()
                .filter(property -> !required.contains(property))
                .filter(property -> conversation
                        .samples()
                        .distinguishing(create, property, "")
                        .isPresent())
                .toList();
    }
}
