package dev.tick.stub.operation;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.odata.ODataException;
import dev.tick.stub.odata.Query;
import dev.tick.stub.odata.QueryReader;
import dev.tick.stub.state.EntityStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations of one contract on the state, as they should be. */
public final class Operations {
    private final EntityStore entities;
    private final EntityMapping mapping;
    private final QueryReader queries;
    private final long pageSize;

    /**
     * The operations of a contract.
     *
     * @param pageSize how many entities a list holds at most, unless it is asked for a number
     */
    public Operations(Contract contract, EntityMapping mapping, EntityStore entities, long pageSize) {
        this.entities = entities;
        this.mapping = mapping;
        long most = mostOnTop(contract);
        queries = new QueryReader(mapping.queried(), most);
        this.pageSize = Math.min(most, pageSize);
    }

    /** Returns how many entities a list may be asked for. */
    private static long mostOnTop(Contract contract) {
        return contract.operation(Effect.LIST)
                .map(list -> list.query().get("$top"))
                .map(top -> top.path("maximum").asLong(Long.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
    }

    /** Carries out an operation. */
    public OperationResult of(Operation operation, Request request, Caller caller) {
        return switch (effect(operation)) {
            case CREATE -> entities.submit(mapping, caller, object(request));
            case CREATE_MANY -> entities.submitAll(mapping, caller, items(request));
            case LIST ->
                CountPath.isIn(request.path()) ? count(request, caller) : list(request, caller, query -> query);
            case READ -> entities.read(mapping, caller, addressed(operation, request));
            case CHANGE -> entities.change(mapping, caller, addressed(operation, request), object(request));
            case REMOVE, REMOVE_MANY -> entities.remove(mapping, caller, addresses(operation, request));
        };
    }

    /** Returns the least visibility with which a call would do now what it does. */
    public Caller.Visibility reached(Operation operation, Request request, Caller caller) {
        return switch (caller.visibility()) {
            case OWN -> Caller.Visibility.OWN;
            case TENANT ->
                doesTheSame(operation, request, caller, caller.withoutOthers())
                        ? Caller.Visibility.OWN
                        : Caller.Visibility.TENANT;
        };
    }

    private boolean doesTheSame(Operation operation, Request request, Caller one, Caller other) {
        return switch (effect(operation)) {
            case CREATE -> updatesTheSame(List.of(object(request)), one, other);
            case CREATE_MANY -> updatesTheSame(items(request), one, other);
            case LIST -> of(operation, request, one).equals(of(operation, request, other));
            case READ, CHANGE, REMOVE, REMOVE_MANY ->
                addresses(operation, request).stream()
                        .allMatch(address ->
                                entities.read(mapping, one, address).equals(entities.read(mapping, other, address)));
        };
    }

    private boolean updatesTheSame(List<JsonNode> submitted, Caller one, Caller other) {
        return submitted.stream()
                .allMatch(each -> entities.before(mapping, one, each).equals(entities.before(mapping, other, each)));
    }

    /** Returns the list that is asked for, or that would be if the query were another one. */
    OperationResult list(Request request, Caller caller, UnaryOperator<Query> read) {
        return list(request, caller, read, pageSize);
    }

    /** Returns such a list in pages of this size. */
    OperationResult list(Request request, Caller caller, UnaryOperator<Query> read, long size) {
        try {
            return entities.list(mapping, caller, read.apply(queries.read(request.query())), size);
        } catch (ODataException e) {
            return new OperationResult.InvalidQuery(String.valueOf(e.getMessage()));
        }
    }

    private OperationResult count(Request request, Caller caller) {
        try {
            return entities.count(mapping, caller, queries.read(request.query()));
        } catch (ODataException e) {
            return new OperationResult.InvalidQuery(String.valueOf(e.getMessage()));
        }
    }

    /** Returns what is wrong with the query of a list, as a violation of the contract; empty when it can be read, or is of no list. */
    public Optional<Violation> queryViolation(Operation operation, Request request) {
        if (effect(operation) != Effect.LIST) {
            return Optional.empty();
        }
        try {
            queries.read(request.query());
            return Optional.empty();
        } catch (ODataException e) {
            return Optional.of(new Violation(
                    "query:" + e.option(),
                    "query",
                    operation.pointer() + "/parameters",
                    "a query that can be read",
                    "\"" + request.query() + "\" (" + e.getMessage() + ")",
                    Optional.empty()));
        }
    }

    /** Returns the entity that the request is about, as the caller sees it; of many, the first, where all are there. */
    public Optional<JsonNode> before(Operation operation, Request request, Caller caller) {
        return switch (effect(operation)) {
            case CREATE ->
                entities.before(mapping, caller, object(request))
                        .or(() -> entities.oldest(mapping, caller, object(request)))
                        .map(JsonNode.class::cast);
            case CREATE_MANY, LIST -> Optional.empty();
            case READ, CHANGE, REMOVE, REMOVE_MANY -> first(addresses(operation, request), caller);
        };
    }

    private Optional<JsonNode> first(List<String> addresses, Caller caller) {
        List<JsonNode> found = addresses.stream()
                .map(address -> entities.read(mapping, caller, address))
                .filter(OperationResult.Entity.class::isInstance)
                .<JsonNode>map(done -> ((OperationResult.Entity) done).entity())
                .toList();
        return found.size() == addresses.size() ? found.stream().findFirst() : Optional.empty();
    }

    static Effect effect(Operation operation) {
        return operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " has no x-tick-effect"));
    }

    /** Returns the body as an object, not copied; a fault may let something else through: then its first object, or an empty one. */
    static ObjectNode object(Request request) {
        JsonNode body = request.body().json();
        JsonNode first = body.isArray() ? body.path(0) : body;
        return first.isObject() ? (ObjectNode) first : JsonNodeFactory.instance.objectNode();
    }

    /** Returns the items that are submitted, or named, together. */
    static List<JsonNode> items(Request request) {
        return Body.items(object(request));
    }

    /** Returns the addresses that the request names. */
    static List<String> addresses(Operation operation, Request request) {
        return effect(operation) == Effect.REMOVE_MANY
                ? items(request).stream().map(item -> item.asString("")).toList()
                : List.of(addressed(operation, request));
    }

    /** Returns the value in place of the path's parameter. */
    static String addressed(Operation operation, Request request) {
        return operation
                .match(request.path())
                .flatMap(PathMatch::parameter)
                .orElseThrow(
                        () -> new IllegalStateException(operation.id() + " has no parameter in " + request.path()));
    }
}
