package dev.tick.spec.validation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Validates messages against one contract, without coercing; safe for use by many threads. */
public final class Validator {
    private static final String BASE = "https://contract.example/openapi.yaml";
    private static final String ALTERNATIVES = "/anyOf";
    private static final String PATTERN = "/pattern";

    private final Contract contract;
    private final Register register;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Recognizer> recognizers = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> owners = new ConcurrentHashMap<>();

    /**
     * Prepares a contract.
     *
     * @param clock tells which instants have passed
     */
    public Validator(Contract contract, Register register, Clock clock) {
        this.contract = contract;
        this.register = register;
        this.clock = clock;
        Dialect dialect = Dialect.builder(Dialects.getOpenApi31())
                .keyword(new FutureInstant(clock))
                .build();
        registry = SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .build())
                        .schemas(Map.of(BASE, contract.source().root().toString())));
    }

    /**
     * Validates a client's request: its media type and its body.
     *
     * @return every violation in document order; empty when the request is as described
     */
    public List<Violation> request(Operation operation, Request request) {
        if (operation.requestSchema().isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>(
                mediaType(Subject.CLIENT, operation.pointer() + "/requestBody/content", request.contentType()));
        found.addAll(body(Subject.CLIENT, operation.requestSchema().get(), request.body()));
        return List.copyOf(found);
    }

    /**
     * Validates a server's response: its status, its media type and its body.
     *
     * @return every violation in document order; empty when the response is as described
     */
    public List<Violation> response(Operation operation, Response response) {
        Optional<DocumentedResponse> documented = operation.response(response.status());
        if (documented.isEmpty()) {
            String statuses = operation.responses().stream()
                    .map(DocumentedResponse::status)
                    .toList()
                    .toString();
            return List.of(violation(
                    Subject.SERVER,
                    "",
                    "status",
                    operation.pointer() + "/responses",
                    "a status among " + statuses,
                    String.valueOf(response.status())));
        }
        if (documented.get().schema().isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>(
                mediaType(Subject.SERVER, documented.get().pointer() + "/content", response.header("Content-Type")));
        found.addAll(body(Subject.SERVER, documented.get().schema().get(), response.body()));
        return List.copyOf(found);
    }

    /**
     * Validates only a body.
     *
     * @param sender who sent it
     * @param schema JSON pointer to a schema of the contract
     */
    public List<Violation> body(Subject sender, String schema, Body body) {
        return body.problem()
                .map(problem -> List.of(violation(sender, "", "json", schema, "one JSON value", problem)))
                .orElseGet(() -> body(sender, schema, body.json()));
    }

    /** Validates the JSON value of a body. */
    public List<Violation> body(Subject sender, String schema, JsonNode node) {
        return recognize(schema, node) == Recognizer.Recognition.SOUND ? List.of() : thorough(sender, schema, node);
    }

    /** Tells at a quick look whether a JSON value is sound. */
    Recognizer.Recognition recognize(String schema, JsonNode node) {
        return recognizers
                .computeIfAbsent(schema, at -> new RecognizerMaker(contract, clock).make(at))
                .of(node);
    }

    /** Validates a JSON value by the schema library, which tells everything that is wrong with it. */
    List<Violation> thorough(Subject sender, String schema, JsonNode node) {
        List<Error> errors = schemas.computeIfAbsent(
                        schema, at -> registry.getSchema(SchemaLocation.of(BASE + "#" + at)))
                .validate(node);
        return errors.isEmpty() ? List.of() : violations(sender, schema, errors, node);
    }

    private List<Violation> violations(Subject sender, String schema, List<Error> found, JsonNode node) {
        // An object may have thousands of unknown properties; its text is one for all of them.
        IdentityHashMap<JsonNode, String> texts = new IdentityHashMap<>();
        if (found.size() == 1) {
            return List.of(violation(sender, schema, found, texts));
        }
        Map<String, Integer> order = new HashMap<>();
        number(node, "", order);
        Map<String, List<Error>> groups = new LinkedHashMap<>();
        for (Error error : found) {
            groups.computeIfAbsent(group(error), key -> new ArrayList<>()).add(error);
        }
        return groups.values().stream()
                .map(errors -> violation(sender, schema, errors, texts))
                .sorted(Comparator.comparing(violation -> order.getOrDefault(violation.location(), 0)))
                .toList();
    }

    /** The failed branches of alternatives are one violation; every other error is its own. */
    private static String group(Error error) {
        String path = error.getEvaluationPath().toString();
        int alternatives = path.indexOf(ALTERNATIVES + "/");
        return error.getInstanceLocation() + " "
                + (alternatives < 0 ? path + " " + error.getProperty() : path.substring(0, alternatives));
    }

    private Violation violation(
            Subject sender, String schema, List<Error> errors, IdentityHashMap<JsonNode, String> texts) {
        Error first = errors.get(0);
        JsonNode instance = first.getInstanceNode();
        String got = instance == null ? "nothing" : got(first.getKeyword(), instance, texts);
        String location = first.getInstanceLocation().toString();
        String pointer = schema + first.getEvaluationPath();
        int alternatives = pointer.indexOf(ALTERNATIVES + "/");
        if (alternatives >= 0) {
            String expected =
                    String.join(" or ", errors.stream().map(Validator::expected).toList());
            return violation(
                    sender, location, "anyOf", pointer.substring(0, alternatives) + ALTERNATIVES, expected, got);
        }
        return first.getKeyword().equals("required")
                ? violation(
                        sender, location, "required", missing(pointer, first.getProperty()), expected(first), "nothing")
                : violation(
                        sender,
                        location,
                        first.getKeyword(),
                        pointer,
                        named(pointer).orElse(expected(first)),
                        got);
    }

    /** Returns the title of the schema whose pattern is broken, since few read patterns. */
    private Optional<String> named(String constraint) {
        return constraint.endsWith(PATTERN)
                ? contract.at(constraint.substring(0, constraint.length() - PATTERN.length()) + "/title")
                        .asStringOpt()
                : Optional.empty();
    }

    /** Returns the value as JSON; of a list that is too long or too short only its length, since it may fill megabytes. */
    private static String got(String keyword, JsonNode instance, IdentityHashMap<JsonNode, String> texts) {
        return keyword.equals("maxItems") || keyword.equals("minItems")
                ? Integer.toString(instance.size())
                : texts.computeIfAbsent(instance, JsonNode::toString);
    }

    private static String expected(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "a property '" + error.getProperty() + "'";
            case "type" -> "type " + error.getSchemaNode();
            case "enum" -> "one of " + error.getSchemaNode();
            case "pattern" -> "text like " + error.getSchemaNode();
            case "format" -> "the format " + error.getSchemaNode();
            case "maxItems" -> "at most " + error.getSchemaNode() + " items";
            case "minItems" -> "at least " + error.getSchemaNode() + " items";
            case "const" -> String.valueOf(error.getSchemaNode());
            case "additionalProperties" -> "no property '" + error.getProperty() + "'";
            default -> error.getMessage();
        };
    }

    private List<Violation> mediaType(Subject sender, String pointer, Optional<String> contentType) {
        String essence = contentType
                .map(value -> value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .orElse("nothing");
        return essence.equals("application/json")
                ? List.of()
                : List.of(violation(
                        sender,
                        "header:Content-Type",
                        "content",
                        pointer,
                        "application/json",
                        contentType.orElse("nothing")));
    }

    private Violation violation(
            Subject sender, String location, String keyword, String pointer, String expected, String got) {
        Optional<String> owner = owners.computeIfAbsent(
                sender + pointer, key -> register.rowFor(sender, pointer).map(Requirement::id));
        return new Violation(location, keyword, pointer, expected, got, owner);
    }

    /** Each required name has a place of its own, since each is a statement of its own. */
    private String missing(String pointer, String name) {
        List<String> names =
                contract.at(pointer).valueStream().map(JsonNode::asString).toList();
        return pointer + "/" + names.indexOf(name);
    }

    private static void number(JsonNode node, String pointer, Map<String, Integer> order) {
        order.put(pointer, order.size());
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            number(node.get(i), pointer + "/" + i, order);
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            number(property.getValue(), pointer + "/" + LocatedDocument.segment(property.getKey()), order);
        }
    }
}
