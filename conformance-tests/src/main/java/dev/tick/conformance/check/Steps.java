package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The steps of sequences: requests that the cases of several rows share, each sent once.
 *
 * @param conversation in which they are taken
 */
record Steps(Conversation conversation) {
    private static final String KEY = "sequence: ";

    /** Returns the operation with this effect. */
    Operation operation(Effect effect) {
        return conversation.operation(effect);
    }

    /** Submits a body, with the sound token. */
    Exchange submit(String name, Supplier<ObjectNode> body) {
        Operation create = operation(Effect.CREATE);
        return conversation.exchange(
                KEY + name, () -> conversation.requests().bare(create, "").withBody(body.get()));
    }

    /** Submits a body with another token. */
    Exchange submit(String name, String token, Supplier<ObjectNode> body) {
        Operation create = operation(Effect.CREATE);
        return conversation.exchange(
                KEY + name,
                () -> as(token, conversation.requests().bare(create, "").withBody(body.get())));
    }

    private static Request as(String token, Request request) {
        return request.with("Authorization", "Bearer " + token);
    }

    /** Submits items together. */
    Exchange together(String name, Supplier<List<ObjectNode>> items) {
        return conversation.exchange(KEY + name, () -> batch(Effect.CREATE_MANY, items.get()));
    }

    /** Submits items together with another token. */
    Exchange together(String name, String token, Supplier<List<ObjectNode>> items) {
        return conversation.exchange(KEY + name, () -> as(token, batch(Effect.CREATE_MANY, items.get())));
    }

    /** Removes the entities of these addresses together. */
    Exchange removeTogether(String name, Supplier<List<String>> addresses) {
        return conversation.exchange(
                KEY + name,
                () -> batch(
                        Effect.REMOVE_MANY,
                        addresses.get().stream()
                                .map(JsonNodeFactory.instance::stringNode)
                                .toList()));
    }

    private Request batch(Effect effect, List<? extends JsonNode> items) {
        Operation operation = operation(effect);
        JsonNode example = operation.requestExamples().values().iterator().next();
        ObjectNode body = (ObjectNode) example.deepCopy();
        ArrayNode list = body.putArray(Body.listName(body).orElseThrow());
        items.forEach(list::add);
        return conversation.requests().bare(operation, "").withBody(body);
    }

    /** Sends a request without a body, or with one that is given, for an entity. */
    Exchange send(String name, Supplier<Request> request) {
        return conversation.exchange(KEY + name, request);
    }

    /** Lists what has an identity, by a filter. */
    Exchange filtered(String name, String identity) {
        Operation list = operation(Effect.LIST);
        String condition = conversation.resource().identity() + " eq '" + identity.replace("'", "''") + "'";
        String query = "?$filter="
                + URLEncoder.encode(condition, StandardCharsets.UTF_8).replace("+", "%20");
        return conversation.exchange(
                KEY + name, () -> conversation.requests().bare(list, "").to(list.path() + query));
    }

    /** Returns the request by an alias of its path; the request itself where the contract has none. */
    Request byAlias(Request request) {
        return operation(Effect.CREATE).aliases().stream()
                .findFirst()
                .map(alias -> {
                    String path = operation(Effect.CREATE).path();
                    return request.to(alias + request.url().substring(path.length()));
                })
                .orElse(request);
    }

    /** Returns whether an operation answered with a documented success. */
    boolean answered(Effect effect, Exchange exchange) {
        return SuccessRules.answered(operation(effect), exchange);
    }

    /** Returns whether a submit was taken, by its answer. */
    boolean taken(Exchange submit) {
        return conversation.succeeded(operation(Effect.CREATE), submit);
    }

    /** Returns whether each item of a batch was taken, by the answer. */
    boolean takenTogether(Exchange batch) {
        return conversation.succeeded(operation(Effect.CREATE_MANY), batch);
    }

    /** Returns the number under which an item of a batch was taken; empty where it was not. */
    String number(Exchange batch, String identity) {
        return BatchAnswer.of(conversation.contract(), batch)
                .of(identity)
                .filter(result -> !result.failed())
                .map(BatchAnswer.Result::number)
                .orElse("");
    }

    /** Returns the address that an answer to a submit names. */
    String address(Exchange submit) {
        return conversation.names().address(submit);
    }

    /** Returns the items of a batch. */
    List<JsonNode> items(Exchange batch) {
        return Body.items(conversation.names().body(batch));
    }

    /** Returns the entities of an address in a list, from all of its pages. */
    List<JsonNode> listed(Exchange list, String address) {
        String property = conversation.resource().address();
        return conversation
                .lists()
                .entities(list)
                .filter(entity -> entity.path(property).asString("").equals(address))
                .toList();
    }

    /** Returns how many entities of an identity a list holds that no property tells apart from a submit. */
    long alike(Exchange list, JsonNode submitted) {
        return conversation
                .lists()
                .entities(list)
                .filter(entity -> conversation
                        .samples()
                        .identity(entity)
                        .equals(conversation.samples().identity(submitted)))
                .filter(entity -> conversation.resource().resubmitRules().entrySet().stream()
                        .filter(rule -> rule.getValue() == ResubmitRule.ANOTHER)
                        .map(Map.Entry::getKey)
                        .allMatch(name -> entity.path(name).equals(submitted.path(name))))
                .count();
    }

    /** Returns a body like an example, of its own. */
    ObjectNode fresh(String example) {
        return conversation.samples().fresh(operation(Effect.CREATE), example);
    }

    /** Returns a copy with another first free text. */
    ObjectNode retitled(JsonNode body, String text) {
        ObjectNode changed = (ObjectNode) body.deepCopy();
        String property = conversation.requests().freeText(operation(Effect.CREATE));
        conversation
                .samples()
                .distinguishing(operation(Effect.CREATE), property, text)
                .ifPresent(value -> changed.set(property, value));
        return changed;
    }
}
