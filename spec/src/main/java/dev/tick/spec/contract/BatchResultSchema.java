package dev.tick.spec.contract;

import dev.tick.spec.document.LocatedDocument;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The properties of a batch response that report the result of each item ({@code x-tick-outcome}).
 *
 * @param list the property that holds the results
 * @param identity the property of a result that names what was submitted
 * @param number the property that names the entity's number
 * @param failed the property that tells whether it was not taken
 * @param reason the property that tells why
 */
public record BatchResultSchema(String list, String identity, String number, String failed, String reason) {
    private static final String PROPERTIES = "/properties/";

    /** A contract never changes, and every batch asks. */
    private static final Map<Contract, Optional<BatchResultSchema>> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Returns the schema of the operation that creates many; empty when the contract has none.
     *
     * @throws IllegalArgumentException when its answer lacks one of these properties
     */
    public static Optional<BatchResultSchema> of(Contract contract) {
        return KNOWN.computeIfAbsent(contract, BatchResultSchema::find);
    }

    private static Optional<BatchResultSchema> find(Contract contract) {
        return contract.operation(Effect.CREATE_MANY)
                .map(operation -> operation.success().schema().orElseThrow())
                .map(schema -> read(contract, schema));
    }

    private static BatchResultSchema read(Contract contract, String schema) {
        String list = named(
                contract,
                schema,
                "type: array",
                property -> property.path("type").asString("").equals("array"));
        String item = schema + PROPERTIES + LocatedDocument.segment(list) + "/items/$ref";
        return new BatchResultSchema(
                list,
                named(contract, item, "x-tick-identity", property -> property.has("x-tick-identity")),
                named(
                        contract,
                        item,
                        ServerValue.KEY + ": number",
                        property -> ServerValue.of(property).equals(Optional.of(ServerValue.NUMBER))),
                outcome(contract, item, "failed"),
                outcome(contract, item, "reason"));
    }

    private static String outcome(Contract contract, String schema, String word) {
        String key = "x-tick-outcome";
        return named(
                contract,
                schema,
                key + ": " + word,
                property -> property.path(key).asString("").equals(word));
    }

    private static String named(Contract contract, String schema, String what, Predicate<JsonNode> is) {
        return contract.at(schema + PROPERTIES.substring(0, PROPERTIES.length() - 1)).properties().stream()
                .filter(property -> is.test(property.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        contract.source().file() + ": " + schema + ": one property needs " + what));
    }
}
