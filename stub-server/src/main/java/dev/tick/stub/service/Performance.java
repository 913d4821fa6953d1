package dev.tick.stub.service;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import dev.tick.stub.behaviour.Entities;
import dev.tick.stub.behaviour.Lists;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.http.Call;
import dev.tick.stub.odata.ODataException;
import dev.tick.stub.odata.Query;
import dev.tick.stub.odata.QueryReader;
import dev.tick.stub.token.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
    Outcome of(Operation operation, Call call, Caller caller) {
        return switch (effect(operation)) {
            case CREATE -> entities.submit(caller, object(call));
            case CREATE_MANY -> entities.submitAll(caller, items(call));
            case LIST -> list(call, caller, query -> query);
            case READ -> entities.read(caller, addressed(operation, call));
            case CHANGE -> entities.change(caller, addressed(operation, call), object(call));
            case REMOVE, REMOVE_MANY -> entities.remove(caller, addresses(operation, call));
        };
    }

    /** The list that is asked for, or that would be if the query were another one. */
    Outcome list(Call call, Caller caller, UnaryOperator<Query> read) {
        try {
            return entities.list(caller, read.apply(queries.read(call.query())));
        } catch (ODataException e) {
            return new Outcome.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** The entity that the request is about, as the caller sees it; of many, the first, where all are there. */
    Optional<JsonNode> before(Operation operation, Call call, Caller caller) {
        return switch (effect(operation)) {
            case CREATE -> entities.before(caller, object(call)).map(JsonNode.class::cast);
            case CREATE_MANY, LIST -> Optional.empty();
            case READ, CHANGE, REMOVE, REMOVE_MANY -> first(addresses(operation, call), caller);
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
    static ObjectNode object(Call call) {
        try {
            JsonNode body = Json.read(call.body());
            JsonNode first = body.isArray() ? body.path(0) : body;
            return first.isObject() ? (ObjectNode) first : JsonNodeFactory.instance.objectNode();
        } catch (NotJsonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** What is submitted together. */
    static List<JsonNode> items(Call call) {
        return Lists.items(object(call));
    }

    /** What the request names that is there already. */
    static List<String> addresses(Operation operation, Call call) {
        return effect(operation) == Effect.REMOVE_MANY
                ? items(call).stream().map(item -> item.asString("")).toList()
                : List.of(addressed(operation, call));
    }

    /** The value in place of the path's parameter, counted from the end, since an alias begins otherwise; a plus sign is itself. */
    static String addressed(Operation operation, Call call) {
        int rest = operation.path().length() - operation.path().indexOf('}') - 1;
        String path = call.path().substring(0, call.path().length() - rest);
        String segment = path.substring(path.lastIndexOf('/') + 1);
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
