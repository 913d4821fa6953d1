package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.Samples;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import tools.jackson.databind.JsonNode;

/** Decides whether a response is an operation's documented success, by the exchange itself. */
public final class SuccessRules {
    private final Contract contract;
    private final Resource resource;
    private final Samples samples;
    private final EntityNames names;

    SuccessRules(Contract contract, Resource resource, Samples samples, EntityNames names) {
        this.contract = contract;
        this.resource = resource;
        this.samples = samples;
        this.names = names;
    }

    /** Returns whether a request was answered with one of the documented successes, whatever the body. */
    public static boolean answered(Operation operation, Exchange exchange) {
        return exchange.response()
                .filter(response -> response.status() / 100 == 2
                        && operation.response(response.status()).isPresent())
                .isPresent();
    }

    /** Returns whether a request was answered with a documented success and, in the body, with the entity or list that it asked for. */
    boolean succeeded(Operation operation, Exchange exchange) {
        if (!answered(operation, exchange)) {
            return false;
        }
        JsonNode answer = exchange.response().map(Response::json).orElseThrow();
        return switch (Conversation.effect(operation)) {
            case LIST -> answer.valueStream().anyMatch(JsonNode::isArray);
            case CREATE -> samples.identity(answer).equals(names.identity(exchange));
            case READ, CHANGE ->
                operation
                        .pathFor(answer.path(resource.address()).asString(""))
                        .equals(exchange.request().url());
            case CREATE_MANY -> BatchAnswer.of(contract, exchange).isWhole(names.identities(exchange.request()));
            case REMOVE, REMOVE_MANY -> true;
        };
    }
}
