package dev.tick.conformance.client;

import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells which piece of work a call is for: by its operation, and by the identity of what it is about. */
final class PieceFinder {
    private final Contract contract;
    private final Resource resource;
    private final List<Piece> pieces;

    /** The identities of entities by their address in paths, as the service told them. */
    private final Map<String, String> identities = new HashMap<>();

    PieceFinder(Contract contract, List<Piece> pieces, List<ClientCall> calls) {
        this.contract = contract;
        this.pieces = pieces;
        resource = contract.resource().orElseThrow();
        calls.forEach(call -> call.exchange().response().map(Response::json).ifPresent(this::learn));
    }

    /** Remembers each object of an answer that names an entity by its identity and by its address. */
    private void learn(JsonNode node) {
        if (node.has(resource.address())) {
            String address = node.get(resource.address()).asString("");
            node.valueStream()
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .filter(text ->
                            pieces.stream().anyMatch(piece -> piece.values().contains(text)))
                    .findFirst()
                    .ifPresent(identity -> identities.put(address, identity));
        }
        node.forEach(this::learn);
    }

    /** Returns the calls of each piece, in the order of the pieces. */
    Map<Piece, List<ClientCall>> sort(List<ClientCall> calls) {
        Map<Piece, List<ClientCall>> sorted = new HashMap<>();
        pieces.forEach(piece -> sorted.put(piece, new ArrayList<>()));
        calls.forEach(call -> of(call).ifPresent(piece ->
                sorted.computeIfAbsent(piece, one -> new ArrayList<>()).add(call)));
        return sorted;
    }

    private Optional<Piece> of(ClientCall call) {
        return call.operation()
                .flatMap(id -> contract.operations().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst())
                .flatMap(operation -> operation.effect().flatMap(effect -> of(call, operation, effect)));
    }

    private Optional<Piece> of(ClientCall call, Operation operation, Effect effect) {
        List<Piece> candidates =
                pieces.stream().filter(piece -> piece.verb().effect() == effect).toList();
        List<String> about = about(call, operation, effect);
        return candidates.stream()
                .filter(piece -> piece.verb() == WorkVerb.LIST || !Collections.disjoint(piece.values(), about))
                .findFirst()
                // What a client made of the only piece of its kind may not be known by its identity any more.
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty());
    }

    private List<String> about(ClientCall call, Operation operation, Effect effect) {
        return switch (effect) {
            case LIST -> List.of();
            case CREATE, CREATE_MANY ->
                call.exchange().request().body().problem().isPresent()
                        ? List.of()
                        : call.exchange().request().body().json().findValues(resource.identity()).stream()
                                .map(value -> value.asString(""))
                                .toList();
            case READ, CHANGE, REMOVE ->
                operation
                        .match(call.exchange().request().path())
                        .flatMap(PathMatch::parameter)
                        .map(address -> List.of(identities.getOrDefault(address, address)))
                        .orElse(List.of());
            case REMOVE_MANY ->
                texts(
                                call.exchange().request().body().problem().isPresent()
                                        ? List.of()
                                        : List.of(
                                                call.exchange().request().body().json()))
                        .stream()
                        .map(address -> identities.getOrDefault(address, address))
                        .toList();
        };
    }

    /** Returns the texts and numbers in JSON values, at whatever depth. */
    private static List<String> texts(List<JsonNode> values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (value.isContainer()) {
                texts.addAll(texts(value.valueStream().toList()));
            } else {
                texts.add(value.asString(""));
            }
        }
        return texts;
    }
}
