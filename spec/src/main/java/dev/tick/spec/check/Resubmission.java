package dev.tick.spec.check;

import dev.tick.spec.document.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A second submit of the same entity ({@code resubmit}).
 *
 * @param values other values for these properties; none for the same submit twice
 */
public record Resubmission(Map<String, JsonNode> values) implements RequestChange {
    /** A second submit without a change. */
    public static final Resubmission UNCHANGED = new Resubmission(Map.of());

    /** Copies the values. */
    public Resubmission {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the body of the second submit. */
    public ObjectNode apply(ObjectNode first) {
        ObjectNode body = first.deepCopy();
        values.forEach(body::set);
        return body;
    }

    /** Matches a second submit: without values, one that repeats the first; with values, one that sets them. */
    @Override
    public boolean matches(RequestFacts facts) {
        Optional<JsonNode> before = facts.before();
        JsonNode body = facts.request().body().json();
        if (before.isEmpty() || !holds(body)) {
            return false;
        }
        return values.isEmpty()
                ? body.properties().stream()
                        .allMatch(one -> Json.same(before.get().path(one.getKey()), one.getValue()))
                : !holds(before.get());
    }

    private boolean holds(JsonNode body) {
        return values.entrySet().stream().allMatch(one -> Json.same(one.getValue(), body.path(one.getKey())));
    }
}
