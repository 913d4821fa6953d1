package dev.tick.spec.contract;

import dev.tick.spec.source.MalformedSourceException;
import dev.tick.spec.source.YamlSource;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An OpenAPI 3.1.0 document as data.
 *
 * @param source the document
 * @param operations in the order of the document
 */
public record Contract(YamlSource source, List<Operation> operations) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String JSON_BODY = "/content/application~1json/schema";

    /** Copies the operations. */
    public Contract {
        operations = List.copyOf(operations);
    }

    /**
     * Loads a contract that lies on the class path under {@code contracts/<name>/}.
     *
     * @throws MalformedSourceException when there is none of this name, or it cannot be used
     */
    public static Contract load(String name) {
        String file = "contracts/" + name + "/openapi.yaml";
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new MalformedSourceException(file, 0, "no such contract on the class path");
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a contract from its text.
     *
     * @param file the name used in messages
     * @throws MalformedSourceException for anything that swagger-parser reports, and for a version other than 3.1.0
     */
    public static Contract parse(String file, String yaml) {
        YamlSource source = YamlSource.parse(file, yaml);
        String version = source.root().path("openapi").asString("");
        if (!version.equals("3.1.0")) {
            throw source.defect("/openapi", "expected 3.1.0, got '" + version + "'");
        }
        List<String> messages = new OpenAPIV3Parser().readContents(yaml).getMessages();
        if (messages != null && !messages.isEmpty()) {
            throw new MalformedSourceException(file, 0, String.join("; ", messages));
        }
        return new Contract(source, operations(source));
    }

    /**
     * The operation of this id.
     *
     * @throws IllegalArgumentException when the contract has none, naming those it has
     */
    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation '" + id + "' in " + source.file()
                        + "; it has "
                        + operations.stream().map(Operation::id).toList()));
    }

    private static List<Operation> operations(YamlSource source) {
        List<Operation> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : source.root().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    found.add(operation(source, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return found;
    }

    private static Operation operation(YamlSource source, String path, String method, JsonNode node) {
        String pointer = "/paths/" + YamlSource.segment(path) + "/" + method;
        if (!node.has("operationId")) {
            throw source.defect(pointer, "the operation needs an operationId");
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (String status : node.path("responses").propertyNames()) {
            bodySchema(source, pointer + "/responses/" + status).ifPresent(schema -> answers.put(status, schema));
        }
        return new Operation(
                node.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                pointer,
                bodySchema(source, pointer + "/requestBody"),
                answers);
    }

    private static Optional<String> bodySchema(YamlSource source, String pointer) {
        String at = followed(source, pointer);
        String schema = at + JSON_BODY;
        return source.root().at(schema).isMissingNode() ? Optional.empty() : Optional.of(followed(source, schema));
    }

    private static String followed(YamlSource source, String pointer) {
        String reference = source.root().at(pointer).path("$ref").asString("");
        return reference.startsWith("#/") ? followed(source, reference.substring(1)) : pointer;
    }
}
