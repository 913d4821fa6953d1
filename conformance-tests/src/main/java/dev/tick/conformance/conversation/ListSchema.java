package dev.tick.conformance.conversation;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.Map;

/** The schema of a list's response. */
public final class ListSchema {
    private ListSchema() {}

    /**
     * Returns the name of the property that holds the entities.
     *
     * @param contract one that has a list
     */
    public static String entities(Contract contract) {
        String schema =
                contract.operation(Effect.LIST).orElseThrow().success().schema().orElseThrow();
        return contract.at(schema + "/properties").properties().stream()
                .filter(property ->
                        property.getValue().path("type").asString("").equals("array"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
