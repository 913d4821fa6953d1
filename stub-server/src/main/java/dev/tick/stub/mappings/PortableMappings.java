package dev.tick.stub.mappings;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Headers;
import dev.tick.spec.register.Register;
import dev.tick.stub.http.Responses;
import dev.tick.stub.refusal.ErrorCodes;
import dev.tick.stub.refusal.ErrorEnvelope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mappings of one contract: stateless, without tokens, as strict as the facts. Each layer takes for granted what the layers
 * above it looked at, so that none has to say what it does not match.
 */
public final class PortableMappings {
    private static final String BEARER = "(?i)bearer +[A-Za-z0-9._~+/-]+=*";
    private static final String MEDIA_TYPE = "(?i)\\s*application/json\\s*(;.*)?";
    private static final String ANY = "ANY";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final Register register;
    private final ErrorCodes codes;
    private final List<PortableMapping> mappings = new ArrayList<>();

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException for what plain WireMock has no words for
     */
    public PortableMappings(Contract contract, Register register) {
        this.contract = contract;
        this.register = register;
        codes = new ErrorCodes(contract);
        SuccessBodies bodies = new SuccessBodies(contract);
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            add(operation, bodies.of(operation));
            paths.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
        }
        paths.forEach(this::addOtherMethods);
        ObjectNode anywhere = JSON.objectNode().put("method", ANY).put("urlPattern", ".*");
        add(MappingPriority.PATH, "elsewhere", anywhere, refusal(404, codes.of(404), "There is nothing at this path."));
    }

    /** Returns the mappings, in the order in which they are to be written. */
    public List<PortableMapping> mappings() {
        return List.copyOf(mappings);
    }

    private void add(Operation operation, String success) {
        Optional<BodyMatcher> schema = operation.requestSchema().map(pointer -> schema(pointer, Optional.empty()));
        ObjectNode sound = request(MappingPriority.SUCCESS, operation);
        schema.ifPresent(body -> sound.set("bodyPatterns", body.bodyPatterns()));
        add(
                MappingPriority.SUCCESS,
                operation.id() + "-success",
                sound,
                response(operation.success().status(), success));
        schema.ifPresent(body -> addRefusals(operation, body));
        ObjectNode unauthorized = refusal(401, codes.of(401), "Authorization: expected Bearer and a token");
        unauthorized.withObjectProperty("headers").put("WWW-Authenticate", "Bearer");
        add(
                MappingPriority.TOKEN,
                operation.id() + "-without-token",
                request(MappingPriority.TOKEN, operation),
                unauthorized);
    }

    /** A body that would be sound without one constraint breaks that one. */
    private void addRefusals(Operation operation, BodyMatcher schema) {
        String pointer = operation.requestSchema().orElseThrow();
        for (Refusal refusal : schema.refusals()) {
            ObjectNode request = request(MappingPriority.NAMED_REFUSAL, operation);
            request.set(
                    "bodyPatterns",
                    schema(pointer, Optional.of(refusal.constraint())).bodyPatterns());
            ObjectNode body = ErrorEnvelope.of(
                    ResponseTemplate.literal(refusal.code()), ResponseTemplate.message(), ResponseTemplate.guid());
            add(
                    MappingPriority.NAMED_REFUSAL,
                    operation.id() + "-" + refusal.code(),
                    request,
                    response(400, ResponseTemplate.messageOf(refusal.message()) + body));
        }
        add(
                MappingPriority.BODY,
                operation.id() + "-refused",
                request(MappingPriority.BODY, operation),
                refusal(400, ErrorCodes.ofBody(operation), BodyMatcher.BROKEN));
        if (isDeclared(operation)) {
            add(
                    MappingPriority.MEDIA_TYPE,
                    operation.id() + "-without-json",
                    request(MappingPriority.MEDIA_TYPE, operation),
                    refusal(415, codes.of(415), "Content-Type: expected application/json"));
        }
    }

    /** As recorded: the methods that the path takes, and no body. */
    private void addOtherMethods(String path, List<Operation> operations) {
        ObjectNode request = JSON.objectNode().put("method", ANY).put("urlPathTemplate", path);
        ObjectNode response = JSON.objectNode().put("status", 405);
        response.putObject("headers")
                .put("Allow", operations.stream().map(Operation::method).collect(Collectors.joining(", ")));
        add(MappingPriority.METHOD, operations.get(0).id() + "-other-methods", request, response);
    }

    private void add(MappingPriority priority, String name, ObjectNode request, ObjectNode response) {
        ObjectNode json = JSON.objectNode().put("name", name).put("priority", priority.priority());
        json.set("request", request);
        json.set("response", response);
        String file = String.format(
                Locale.ROOT, "%03d-%s.json", mappings.size() + 1, name.replaceAll("[^A-Za-z0-9._-]", "-"));
        mappings.add(new PortableMapping(file, json));
    }

    /** Returns whether a body has to be declared as JSON; where that is open, any is taken. */
    private boolean isDeclared(Operation operation) {
        return operation.requestSchema().isPresent()
                && !register.isOpenToServers(operation.pointer() + "/requestBody/content");
    }

    private ObjectNode request(MappingPriority priority, Operation operation) {
        ObjectNode request =
                JSON.objectNode().put("method", operation.method()).put("urlPathTemplate", operation.path());
        if (priority.hasToken()) {
            request.withObjectProperty("headers").putObject("Authorization").put("matches", BEARER);
        }
        if (priority.hasMediaType() && isDeclared(operation)) {
            request.withObjectProperty("headers").putObject("Content-Type").put("matches", MEDIA_TYPE);
        }
        return request;
    }

    private static ObjectNode refusal(int status, String code, String message) {
        return response(
                status,
                ErrorEnvelope.of(
                                ResponseTemplate.literal(code),
                                ResponseTemplate.literal(message),
                                ResponseTemplate.guid())
                        .toString());
    }

    private static ObjectNode response(int status, String template) {
        ObjectNode response = JSON.objectNode().put("status", status);
        ObjectNode headers = response.putObject("headers");
        Responses.odata(status, JSON.objectNode()).headers().fields().stream()
                .sorted(Comparator.comparing(Headers.Field::name))
                .forEach(field -> headers.put(field.name(), field.value()));
        response.put("body", template).putArray("transformers").add("response-template");
        return response;
    }

    private BodyMatcher schema(String pointer, Optional<String> without) {
        return new BodyMatcher(contract, register, pointer, without);
    }
}
