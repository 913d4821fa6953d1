package dev.tick.conformance.check;

import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fates of an entity's properties at a second submit.
 *
 * @param before the body of the first submit
 * @param first the first submit
 */
record PropertyFates(Resource resource, ObjectNode before, Exchange first) {
    private static final Set<ServerValue> TOLD = Set.of(ServerValue.TIME, ServerValue.CALLER, ServerValue.NUMBER);

    /** Returns in words what became of every property that either submit named, and of the time and the creator; no value of them. */
    String told(ObjectNode second, Exchange shown) {
        JsonNode entity = shown.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
        Map<String, List<String>> fates = new LinkedHashMap<>();
        Set<String> named = new LinkedHashSet<>(before.propertyNames());
        named.addAll(second.propertyNames());
        named.forEach(name -> fates.computeIfAbsent(
                        fate(before.path(name), second, name, entity.path(name)), key -> new ArrayList<>())
                .add(name));
        resource.serverValues().forEach((name, kind) -> {
            if (TOLD.contains(kind)) {
                JsonNode former = PropertyValues.answered(first, name);
                String fate = PropertyValues.same(former, entity.path(name)) ? "as it was" : "another";
                fates.computeIfAbsent(fate, key -> new ArrayList<>()).add(name);
            }
        });
        return fates.entrySet().stream()
                .map(one -> String.join(", ", one.getValue()) + " " + one.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String fate(JsonNode former, ObjectNode second, String name, JsonNode now) {
        boolean same = PropertyValues.same(former, now);
        if (second.has(name) && !PropertyValues.same(former, second.path(name))) {
            return PropertyValues.same(second.path(name), now) ? "taken" : same ? "kept" : absent(now);
        }
        return same ? (second.has(name) ? "as it was" : "kept, though left out") : absent(now);
    }

    private static String absent(JsonNode now) {
        return now.isMissingNode() || now.isNull() ? "cleared" : "another";
    }
}
