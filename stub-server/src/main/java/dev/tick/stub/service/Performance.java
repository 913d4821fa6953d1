package dev.tick.stub.service;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.stub.behaviour.Entities;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.odata.ODataException;
import dev.tick.stub.odata.Query;
import dev.tick.stub.odata.QueryReader;
import dev.tick.stub.token.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carries out an operation on the state, soundly. */
final class Performance {
    private final Entities entities;
    private final QueryReader queries;

    Performance(Entities entities, QueryReader queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /** What the operation does. */
    Outcome of(Operation operation, Request request, Caller caller) {
        return switch (effect(operation)) {
            case CREATE -> entities.submit(caller, object(request));
            case CREATE_MANY -> entities.submitAll(caller, items(request));
            case LIST -> list(request, caller, query -> query);
            case READ -> entities.read(caller, addressed(operation, request));
            case CHANGE -> entities.change(caller, addressed(operation, request), object(request));
            case REMOVE, REMOVE_MANY -> entities.remove(caller, addresses(operation, request));
        };
    }

    /** The list that is asked for, or that would be if the query were another one. */
    Outcome list(Request request, Caller caller, UnaryOperator<Query> read) {
        try {
            return entities.list(caller, read.apply(queries.read(request.query())));
        } catch (ODataException e) {
            return new Outcome.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** The entity that the request is about, as the caller sees it; of many, the first, where all are there. */
    Optional<JsonNode> before(Operation operation, Request request, Caller caller) {
        return switch (effect(operation)) {
            case CREATE -> entities.before(caller, object(request)).map(JsonNode.class::cast);
            case CREATE_MANY, LIST -> Optional.empty();
            case READ, CHANGE, REMOVE, REMOVE_MANY -> first(addresses(operation, request), caller);
        };
    }

    private Optional<JsonNode> first(List<String> addresses, Caller caller) {
        List<JsonNode> found = addresses.stream()
                .map(address -> entities.read(caller, address))
                .filter(Outcome.Done.class::isInstance)
                .<JsonNode>map(done -> ((Outcome.Done) done).entity())
                .toList();
        return found.size() == addresses.size() ? found.stream().findFirst() : Optional.empty();
    }

    static Effect effect(Operation operation) {
        return operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " has no x-tick-effect"));
    }

    /** The body; of what is no object, and reaches the state by a fault alone, the first object in it, or an empty one. */
    static ObjectNode object(Request request) {
        JsonNode body = request.body().json();
        JsonNode first = body.isArray() ? body.path(0) : body;
        return first.isObject() ? (ObjectNode) first : JsonNodeFactory.instance.objectNode();
    }

    /** What is submitted together. */
    static List<JsonNode> items(Request request) {
        return Body.items(object(request));
    }

    /** What the request names that is there already. */
    static List<String> addresses(Operation operation, Request request) {
        return effect(operation) == Effect.REMOVE_MANY
                ? items(request).stream().map(item -> item.asString("")).toList()
                : List.of(addressed(operation, request));
    }

    /** The value in place of the path's parameter. */
    static String addressed(Operation operation, Request request) {
        return operation
                .match(request.path())
                .flatMap(PathMatch::parameter)
                .orElseThrow(
                        () -> new IllegalStateException(operation.id() + " has no parameter in " + request.path()));
    }
}
