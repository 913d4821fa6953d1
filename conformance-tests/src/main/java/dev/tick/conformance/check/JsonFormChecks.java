package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.sample.JsonForm;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks that a sound body is taken in every form that a JSON text may have (RFC 8259, sections 2, 4 and 7). */
final class JsonFormChecks {
    private JsonFormChecks() {}

    /** Sends one body of all forms; and where it is not taken, one of each. */
    static List<Case> taken(Requirement row, SuccessCheck.JsonForms check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        return List.of(new Case(row, "written in another way", Phase.STATE, () -> {
            Exchange twin = conversation.sound(operation, conversation.example(operation));
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange all = send(conversation, operation, EnumSet.allOf(JsonForm.class));
            if (isTaken(conversation, operation, all)) {
                return kept(conversation, operation, all);
            }
            for (JsonForm form : JsonForm.values()) {
                Exchange one = send(conversation, operation, EnumSet.of(form));
                if (!isTaken(conversation, operation, one)) {
                    return Outcome.broken(Mismatch.of("a body " + form.words() + " to be taken", one.line()), one);
                }
            }
            return Outcome.broken(Mismatch.of("a body written in another way to be taken", all.line()), all);
        }));
    }

    private static boolean isTaken(Conversation conversation, Operation operation, Exchange exchange) {
        return SuccessRules.answered(operation, exchange)
                && (Conversation.effect(operation) != Effect.CREATE_MANY
                        || BatchAnswer.of(conversation.contract(), exchange).results().stream()
                                .noneMatch(BatchAnswer.Result::failed));
    }

    private static Exchange send(Conversation conversation, Operation operation, Set<JsonForm> forms) {
        return conversation.exchange("form of " + operation.id() + " " + forms, () -> {
            Request sound = conversation.soundRequest(operation, conversation.example(operation));
            return sound.withBody(Body.of(JsonForm.written(sound.body().json(), forms)));
        });
    }

    private static Outcome kept(Conversation conversation, Operation operation, Exchange exchange) {
        if (Conversation.effect(operation) == Effect.CREATE_MANY) {
            return Outcome.honoured("taken", exchange);
        }
        JsonNode answer = exchange.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
        List<Mismatch> differing =
                PropertyValues.differences(conversation.names().body(exchange), answer);
        return differing.isEmpty()
                ? Outcome.honoured("taken, and answered as it was sent", exchange)
                : Outcome.broken(differing, exchange);
    }
}
