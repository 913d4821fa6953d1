package dev.tick.spec.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource that a contract's operations create, list, read and change.
 *
 * @param identity the name of the property whose value identifies what is submitted
 * @param properties the names of the entity's properties, in the order of the document
 * @param serverValues which of them the server fills, and with what
 * @param resubmitRules what becomes of another value when an entity is submitted again; a property that is not named takes it
 * @param filterable which of them a list may be filtered by ({@code x-tick-filterable})
 * @param expiration which of them tells when an entity ends ({@code x-tick-expires}); empty when entities never do
 */
public record Resource(
        String identity,
        List<String> properties,
        Map<String, ServerValue> serverValues,
        Map<String, ResubmitRule> resubmitRules,
        List<String> filterable,
        Optional<String> expiration) {
    /** Copies the collections. */
    public Resource {
        properties = List.copyOf(properties);
        serverValues = Collections.unmodifiableMap(new LinkedHashMap<>(serverValues));
        resubmitRules = Collections.unmodifiableMap(new LinkedHashMap<>(resubmitRules));
        filterable = List.copyOf(filterable);
    }

    /** The name of the property whose value stands for an entity in paths: the number, where one is filled in, or else the identity. */
    public String address() {
        return filledWith(ServerValue.NUMBER).orElse(identity);
    }

    /** The property that is filled so; empty when none is. */
    public Optional<String> filledWith(ServerValue filling) {
        return serverValues.entrySet().stream()
                .filter(property -> property.getValue() == filling)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
