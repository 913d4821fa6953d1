package dev.tick.spec.register;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a requirement is exercised.
 *
 * @param kind the kind of check, a word that the checks know
 * @param data all that the row says of the check, the kind included
 */
public record Check(String kind, JsonNode data) {
    /** The text under this key, if the row has it. */
    public Optional<String> text(String key) {
        return data.has(key) ? Optional.of(data.path(key).asString()) : Optional.empty();
    }
}
