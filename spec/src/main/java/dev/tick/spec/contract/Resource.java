package dev.tick.spec.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource that a contract's operations create, list, read and change.
 *
 * @param identity the name of the property whose value identifies an entity
 * @param properties the names of the entity's properties, in the order of the document
 * @param filled which of them the server fills, and with what
 * @param filterable which of them a list may be filtered by ({@code x-tick-filterable})
 * @param expiration which of them tells when an entity ends ({@code x-tick-expires}); empty when entities never do
 */
public record Resource(
        String identity,
        List<String> properties,
        Map<String, Filling> filled,
        List<String> filterable,
        Optional<String> expiration) {
    /** Copies the collections. */
    public Resource {
        properties = List.copyOf(properties);
        filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
        filterable = List.copyOf(filterable);
    }
}
