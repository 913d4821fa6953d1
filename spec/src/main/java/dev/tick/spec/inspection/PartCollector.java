package dev.tick.spec.inspection;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lists the parts of a contract that rows speak of, in the order of the operations. */
final class PartCollector {
    private static final String REFERENCE = "$ref";

    private static final Set<String> CONSTRAINTS = Set.of(
            "type",
            "enum",
            "format",
            "pattern",
            "const",
            "not",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minProperties",
            "maxProperties",
            "uniqueItems",
            "minItems",
            "maxItems",
            "additionalProperties",
            "x-tick-instant");

    private final Contract contract;
    private final Map<String, ContractPart> parts = new LinkedHashMap<>();
    private ContractPart.Side side = ContractPart.Side.REQUEST;

    private PartCollector(Contract contract) {
        this.contract = contract;
    }

    /** Returns the parts of every request and response, each once. */
    static List<ContractPart> of(Contract contract) {
        PartCollector parts = new PartCollector(contract);
        for (Operation operation : contract.operations()) {
            parts.request(operation);
            operation.responses().forEach(response -> parts.response(operation, response));
        }
        return List.copyOf(parts.parts.values());
    }

    private void request(Operation operation) {
        side = ContractPart.Side.REQUEST;
        operation.requestSchema().ifPresent(schema -> {
            schema(schema, Set.of());
            constraint(operation.pointer() + "/requestBody/content");
        });
    }

    private void response(Operation operation, DocumentedResponse response) {
        side = ContractPart.Side.RESPONSE;
        add(ContractPart.Kind.STATUS, response.pointer(), "status " + response.status() + " of " + operation.id());
        response.schema().ifPresent(schema -> {
            schema(schema, Set.of());
            constraint(response.pointer() + "/content");
        });
        contract.at(response.pointer() + "/headers")
                .propertyNames()
                .forEach(header -> constraint(response.pointer() + "/headers/" + header));
    }

    private void constraint(String pointer) {
        add(ContractPart.Kind.CONSTRAINT, pointer, Pointers.name(pointer));
    }

    private void add(ContractPart.Kind kind, String pointer, String name) {
        // What is asked under a condition is no demand of its own.
        if (!pointer.contains("/if/")) {
            parts.putIfAbsent(side + " " + kind + " " + pointer, new ContractPart(kind, pointer, side, name));
        }
    }

    /**
     * Adds the parts of a schema.
     *
     * @param above where the schemas lie that led to it; one that leads to itself has no further parts
     */
    private void schema(String pointer, Set<String> above) {
        JsonNode schema = contract.at(pointer);
        if (schema.has(REFERENCE)) {
            schema(pointer + "/" + REFERENCE, above);
            return;
        }
        Set<String> within = new HashSet<>(above);
        if (within.add(contract.resolved(pointer))) {
            for (Map.Entry<String, JsonNode> entry : schema.properties()) {
                keyword(entry.getKey(), entry.getValue(), pointer + "/" + entry.getKey(), within);
            }
        }
    }

    private void keyword(String keyword, JsonNode value, String at, Set<String> above) {
        switch (keyword) {
            case "required" ->
                indexed(value, at)
                        .forEach(one -> add(
                                ContractPart.Kind.CONSTRAINT,
                                one,
                                "required " + contract.at(one).asString("")));
            case "properties" ->
                value.propertyNames().forEach(name -> {
                    String property = at + "/" + LocatedDocument.segment(name);
                    add(ContractPart.Kind.PROPERTY, property, "property " + name);
                    schema(property, above);
                });
            case "allOf", "anyOf", "oneOf" -> indexed(value, at).forEach(branch -> schema(branch, above));
            case "if", "then", "else", "items" -> schema(at, above);
            default -> {
                if (CONSTRAINTS.contains(keyword)) {
                    constraint(at);
                }
                if (keyword.equals("enum")) {
                    indexed(value, at)
                            .forEach(one -> add(
                                    ContractPart.Kind.VALUE,
                                    one,
                                    "value " + contract.at(one).asString("")));
                }
            }
        }
    }

    private static List<String> indexed(JsonNode list, String at) {
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            pointers.add(at + "/" + i);
        }
        return pointers;
    }
}
