package dev.tick.conformance.conduct;

import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The path parameters of what accepted requests created, by the identity that the answer tells. */
final class CreatedAddresses {
    private CreatedAddresses() {}

    /** Returns them; none for a request that was not accepted. */
    static Map<String, String> in(Contract contract, Resource resource, Exchange exchange) {
        Map<String, String> created = new LinkedHashMap<>();
        if (exchange.accepted()) {
            JsonNode answer = exchange.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
            add(created, answer, resource.identity(), resource.address());
            Optional<BatchResultSchema> batch = BatchResultSchema.of(contract);
            batch.ifPresent(names -> answer.path(names.list())
                    .valueStream()
                    .filter(result -> !result.path(names.failed()).asBoolean(false))
                    .forEach(result -> add(created, result, names.identity(), names.number())));
        }
        return created;
    }

    private static void add(Map<String, String> created, JsonNode entity, String identity, String address) {
        String found = entity.path(address).asString("");
        if (!found.isEmpty()) {
            created.put(entity.path(identity).asString(""), found);
        }
    }
}
