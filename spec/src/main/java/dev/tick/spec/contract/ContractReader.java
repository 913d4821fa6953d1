package dev.tick.spec.contract;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the operations and the {@code x-tick} keys of an OpenAPI document. */
final class ContractReader {
    private static final String SEEN = "x-tick-seen";
    private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/\\S+)");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String ALIASES = "x-tick-aliases";
    private static final String JSON_BODY = "/content/application~1json";

    private final LocatedDocument source;
    private final Problems problems;

    ContractReader(LocatedDocument source) {
        this(source, Problems.thrown());
    }

    ContractReader(LocatedDocument source, Problems problems) {
        this.source = FormerKeys.renamed(source);
        this.problems = problems;
    }

    Contract read() {
        return readAll().orElseThrow();
    }

    /** Reads a document; returns nothing where problems were gathered that leave no contract. */
    Optional<Contract> readAll() {
        problems.holds(this::checkVersion);
        if (!RefCircles.none(source, problems)) {
            // All that follows would walk in them.
            return Optional.empty();
        }
        new ContractLinter(source, problems).check();
        // It wants the text, but a tree of JSON is YAML, too; our own reader has refused what would differ.
        List<String> messages =
                new OpenAPIV3Parser().readContents(source.root().toString()).getMessages();
        if (messages != null) {
            messages.forEach(message -> problems.add(SwaggerMessage.located(source, message)));
        }
        return readAllKnown();
    }

    /** Reads a document that the kit's own build has put through swagger-parser, which takes half a second. */
    Contract readKnown() {
        return readAllKnown().orElseThrow();
    }

    private Optional<Contract> readAllKnown() {
        problems.holds(this::checkVersion);
        new SchemaLinter(source, problems).check();
        checkAliases();
        return problems.part(this::operations)
                .flatMap(operations -> problems.part(() -> resource(operations))
                        .flatMap(resource -> problems.part(() -> seen(operations))
                                .map(seen -> new Contract(
                                        source, operations, resource, new TokenReader(source).ofDocument(), seen))));
    }

    private List<SeenRequest> seen(List<Operation> operations) {
        List<SeenRequest> seen = new ArrayList<>();
        for (String name : source.root().path(SEEN).propertyNames()) {
            String at = "/" + SEEN + "/" + LocatedDocument.segment(name);
            Matcher request = REQUEST.matcher(source.root().at(at + "/request").asString(""));
            if (!request.matches()) {
                throw source.defect(
                        at + "/request",
                        "expected a method and a path, such as 'GET /api/things/{id}', got '"
                                + source.root().at(at + "/request").asString("") + "'");
            }
            String like = source.root().at(at + "/like").asString("");
            Operation model = operations.stream()
                    .filter(operation -> operation.id().equals(like))
                    .findFirst()
                    .orElseThrow(() -> source.defect(
                            at + "/like",
                            "no operation '" + like + "'"
                                    + NearestWord.hint(
                                            like,
                                            operations.stream()
                                                    .map(Operation::id)
                                                    .toList())));
            String path = request.group(2);
            operations.stream()
                    .filter(operation -> operation.method().equals(request.group(1))
                            && operation.path().equals(path))
                    .findFirst()
                    .ifPresent(known -> {
                        throw source.defect(at + "/request", "it is the operation " + known.id());
                    });
            seen.add(new SeenRequest(
                    name,
                    at,
                    model.like(request.group(1), path, aliases(path), word(at + "/effect", Effect.values()))));
        }
        return seen;
    }

    private void checkVersion() {
        String version = source.root().path("openapi").asString("");
        if (!version.equals("3.1.0")) {
            throw source.defect("/openapi", "expected 3.1.0, got '" + version + "'");
        }
    }

    private List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : source.root().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    found.add(operation(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return found;
    }

    private Operation operation(String path, String method, JsonNode node) {
        String pointer = "/paths/" + LocatedDocument.segment(path) + "/" + method;
        if (!node.has("operationId")) {
            throw source.defect(pointer, "the operation needs an operationId");
        }
        List<DocumentedResponse> responses = new ArrayList<>();
        for (String status : node.path("responses").propertyNames()) {
            responses.add(response(pointer + "/responses/" + status, status));
        }
        String body = RefResolver.followed(source, pointer + "/requestBody");
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        source.root()
                .at(body + JSON_BODY + "/examples")
                .properties()
                .forEach(example ->
                        examples.put(example.getKey(), example.getValue().path("value")));
        return new Operation(
                node.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                aliases(path),
                pointer,
                word(pointer + "/x-tick-effect", Effect.values()),
                word(pointer + "/x-tick-offer", Offer.values()).orElse(Offer.ALWAYS),
                schema(body),
                examples,
                responses,
                query(pointer),
                new TokenReader(source).of(node),
                limits(pointer + "/x-tick-quotas"));
    }

    private Map<String, JsonNode> query(String operation) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        for (int i = 0; i < source.root().at(operation + "/parameters").size(); i++) {
            JsonNode option = source.root().at(RefResolver.followed(source, operation + "/parameters/" + i));
            if (option.path("in").asString("").equals("query")) {
                options.put(option.path("name").asString(""), option.path("schema"));
            }
        }
        return options;
    }

    private List<RateLimit> limits(String at) {
        List<RateLimit> limits = new ArrayList<>();
        for (JsonNode limit : source.root().at(at)) {
            limits.add(new RateLimit(
                    limit.path("calls").asInt(),
                    Duration.ofSeconds(limit.path("seconds").asInt())));
        }
        return limits;
    }

    private List<String> aliases(String path) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> alias : source.root().path(ALIASES).properties()) {
            String prefix = alias.getValue().asString("");
            if (isUnder(prefix, path)) {
                found.add(alias.getKey() + path.substring(prefix.length()));
            }
        }
        return found;
    }

    private static boolean isUnder(String prefix, String path) {
        return (path + "/").startsWith(prefix + "/");
    }

    /** An alias of no path would be served nowhere, and nobody would notice. */
    private void checkAliases() {
        for (Map.Entry<String, JsonNode> alias : source.root().path(ALIASES).properties()) {
            String at = "/" + ALIASES + "/" + LocatedDocument.segment(alias.getKey());
            String prefix = alias.getValue().asString("");
            if (!alias.getKey().matches("(/[^/{}]+)+")) {
                problems.add(source.defect(
                        at, "expected the beginning of a path, such as /api/v2, got '" + alias.getKey() + "'"));
            }
            if (source.root().path("paths").propertyNames().stream().noneMatch(path -> isUnder(prefix, path))) {
                problems.add(
                        source.defect(at, "expected the beginning of a path of this document, got '" + prefix + "'"));
            }
        }
    }

    private DocumentedResponse response(String at, String status) {
        if (!status.matches("[1-5][0-9][0-9]")) {
            throw source.defect(at, "expected a status such as 200, got '" + status + "'");
        }
        String pointer = RefResolver.followed(source, at);
        JsonNode code = source.root().at(pointer).path("x-tick-code");
        return new DocumentedResponse(
                Integer.parseInt(status),
                pointer,
                schema(pointer),
                code.isMissingNode() ? Optional.empty() : Optional.of(code.asString()));
    }

    private Optional<String> schema(String message) {
        String schema = message + JSON_BODY + "/schema";
        return source.root().at(schema).isMissingNode()
                ? Optional.empty()
                : Optional.of(RefResolver.followed(source, schema));
    }

    private Optional<Resource> resource(List<Operation> operations) {
        Optional<Operation> create = operations.stream()
                .filter(operation -> operation.effect().equals(Optional.of(Effect.CREATE)))
                .findFirst();
        if (create.isEmpty()) {
            return Optional.empty();
        }
        String entity = create.get().responses().stream()
                .filter(response -> response.status() / 100 == 2)
                .findFirst()
                .flatMap(DocumentedResponse::schema)
                .orElseThrow(() -> source.defect(create.get().pointer(), "the success needs the entity's schema"));
        List<String> properties = new ArrayList<>();
        Map<String, ServerValue> serverValues = new LinkedHashMap<>();
        Map<String, ResubmitRule> resubmitRules = new LinkedHashMap<>();
        Map<String, JsonNode> defaults = new LinkedHashMap<>();
        for (String name : source.root().at(entity + "/properties").propertyNames()) {
            String property = entity + "/properties/" + LocatedDocument.segment(name);
            properties.add(name);
            ServerValue.of(source.root().at(property)).ifPresent(with -> serverValues.put(name, with));
            JsonNode unset = source.root().at(property + "/x-tick-default");
            if (!unset.isMissingNode()) {
                defaults.put(name, unset);
            }
            word(property + "/x-tick-resubmit", ResubmitRule.values()).ifPresent(then -> resubmitRules.put(name, then));
        }
        Optional<String> identity =
                marked(entity, properties, "x-tick-identity").findFirst();
        if (identity.isEmpty()) {
            throw source.defect(entity, "one property needs x-tick-identity: true");
        }
        return Optional.of(new Resource(
                identity.get(),
                properties,
                serverValues,
                resubmitRules,
                defaults,
                marked(entity, properties, "x-tick-filterable").toList(),
                marked(entity, properties, "x-tick-expires").findFirst()));
    }

    private Stream<String> marked(String entity, List<String> properties, String key) {
        return properties.stream()
                .filter(name -> source.root()
                        .at(entity + "/properties/" + LocatedDocument.segment(name) + "/" + key)
                        .asBoolean(false));
    }

    private <E extends Enum<E>> Optional<E> word(String at, E[] words) {
        String got = source.root().at(at).asString("");
        return Arrays.stream(words)
                .filter(word -> FieldType.spelled(word).equals(got))
                .findFirst();
    }
}
