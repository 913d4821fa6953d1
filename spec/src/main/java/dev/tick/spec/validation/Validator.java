package dev.tick.spec.validation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.source.YamlSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates JSON bodies against the schemas of one contract, without coercing; safe for use by many threads. */
public final class Validator {
    /** Bodies of this API are flat; deeper ones are refused before a recursion meets them. */
    private static final int MAX_DEPTH = 64;

    private static final String BASE = "https://contract.example/openapi.yaml";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Prepares a contract. */
    public Validator(Contract contract) {
        document = contract.source().root();
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .build())
                        .schemas(Map.of(BASE, document.toString())));
    }

    /**
     * Validates a body.
     *
     * @param schema JSON pointer to a schema of the contract, as {@link dev.tick.spec.contract.Operation} gives it
     * @param body JSON text
     * @return every violation in document order; empty when the body is as described
     */
    public List<Violation> validate(String schema, String body) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JacksonException e) {
            return List.of(new Violation("", "json", schema, "one JSON value", e.getOriginalMessage()));
        }
        if (node.isMissingNode()) {
            return List.of(new Violation("", "json", schema, "one JSON value", "nothing"));
        }
        Map<String, Integer> order = new HashMap<>();
        number(node, "", order);
        return schemas
                .computeIfAbsent(schema, at -> registry.getSchema(SchemaLocation.of(BASE + "#" + at)))
                .validate(node)
                .stream()
                .map(this::violation)
                .sorted(Comparator.comparing(violation -> order.getOrDefault(violation.location(), 0)))
                .toList();
    }

    private Violation violation(Error error) {
        JsonNode instance = error.getInstanceNode();
        String pointer = error.getSchemaLocation().getFragment().toString();
        return new Violation(
                error.getInstanceLocation().toString(),
                error.getKeyword(),
                error.getKeyword().equals("required") ? pointer + "/" + indexOf(pointer, error.getProperty()) : pointer,
                error.getMessage(),
                instance == null ? "nothing" : instance.toString());
    }

    /** Each required name has a place of its own, since each is a statement of its own. */
    private int indexOf(String pointer, String name) {
        return document.at(pointer)
                .valueStream()
                .map(JsonNode::asString)
                .toList()
                .indexOf(name);
    }

    private static void number(JsonNode node, String pointer, Map<String, Integer> order) {
        order.put(pointer, order.size());
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            number(node.get(i), pointer + "/" + i, order);
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            number(property.getValue(), pointer + "/" + YamlSource.segment(property.getKey()), order);
        }
    }
}
