package dev.tick.spec.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A second submit of an entity that was made for it.
 *
 * @param values for these properties, sound or not ({@code set})
 * @param varied the properties that get another sound value ({@code vary})
 * @param omitted the properties that are left out ({@code omit})
 * @param token the other token that it carries ({@code as}); empty for the sound one
 */
public record SecondSubmit(
        Map<String, JsonNode> values, List<String> varied, List<String> omitted, Optional<AlternateToken> token)
        implements RequestChange {
    /** Copies the values. */
    public SecondSubmit {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        varied = List.copyOf(varied);
        omitted = List.copyOf(omitted);
    }

    /** Returns the properties that the first submit must have sent. */
    public Set<String> needs() {
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(varied);
        names.addAll(omitted);
        return names;
    }

    /**
     * Returns the body of the second submit.
     *
     * @param other makes another sound value of a property of a body
     */
    public ObjectNode apply(ObjectNode first, BiFunction<ObjectNode, String, JsonNode> other) {
        ObjectNode body = first.deepCopy();
        varied.forEach(name -> body.set(name, other.apply(body, name)));
        values.forEach(body::set);
        omitted.forEach(body::remove);
        return body;
    }

    /** Matches a second submit that sends, varies and leaves out the same; whose token it is cannot be seen. */
    @Override
    public boolean matches(RequestFacts facts) {
        JsonNode body = facts.request().body().json();
        Optional<JsonNode> before = facts.before();
        return before.isPresent()
                && values.entrySet().stream().allMatch(one -> one.getValue().equals(body.path(one.getKey())))
                && varied.stream()
                        .allMatch(name -> body.has(name)
                                && !body.path(name).equals(before.get().path(name)))
                && omitted.stream()
                        .allMatch(name -> !body.has(name) && before.get().hasNonNull(name));
    }
}
