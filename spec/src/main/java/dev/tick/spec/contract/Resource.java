package dev.tick.spec.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The resource that a contract's operations create, list, read and change.
 *
 * @param identity the name of the property whose value identifies what is submitted
 * @param properties the names of the entity's properties, in the order of the document
 * @param serverValues the properties that the server sets, and with what value
 * @param resubmitRules the rule for another value in a second submit, by property; a property without a rule takes the value
 * @param defaults what the entity shows where nothing was given, by property; a property without a default shows null
 * @param filterable which of them a list may be filtered by ({@code x-tick-filterable})
 * @param expiration which of them tells when an entity ends ({@code x-tick-expires}); empty when entities never do
 */
public record Resource(
        String identity,
        List<String> properties,
        Map<String, ServerValue> serverValues,
        Map<String, ResubmitRule> resubmitRules,
        Map<String, JsonNode> defaults,
        List<String> filterable,
        Optional<String> expiration) {
    /** Copies the collections. */
    public Resource {
        properties = List.copyOf(properties);
        serverValues = Collections.unmodifiableMap(new LinkedHashMap<>(serverValues));
        resubmitRules = Collections.unmodifiableMap(new LinkedHashMap<>(resubmitRules));
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
        filterable = List.copyOf(filterable);
    }

    /** Returns the name of the property whose value stands for an entity in paths: the number, where one is filled in, or else the identity. */
    public String address() {
        return filledWith(ServerValue.NUMBER).orElse(identity);
    }

    /** Returns the property with this value of the server; empty when there is none. */
    public Optional<String> filledWith(ServerValue value) {
        return serverValues.entrySet().stream()
                .filter(property -> property.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
