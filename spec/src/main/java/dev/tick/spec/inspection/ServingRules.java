package dev.tick.spec.inspection;

import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The demands of the stub and of the checks on a contract. */
final class ServingRules {
    private static final Set<String> ORDERED = Set.of("string", "number", "integer", "boolean");

    private final Contract contract;
    private final Problems problems;

    ServingRules(Contract contract, Problems problems) {
        this.contract = contract;
        this.problems = problems;
    }

    void check() {
        if (contract.resource().isEmpty()) {
            problem(
                    "/paths",
                    "no operation has 'x-tick-effect: create', so there is nothing to serve; add the key to one");
        }
        Map<Effect, Operation> known = new EnumMap<>(Effect.class);
        for (Operation operation : contract.operations()) {
            operation
                    .effect()
                    .ifPresentOrElse(
                            effect -> {
                                Operation other = known.putIfAbsent(effect, operation);
                                if (other != null) {
                                    problem(
                                            operation.pointer() + "/x-tick-effect",
                                            "the effect '" + FieldType.spelled(effect) + "' is that of " + other.id()
                                                    + " already; keep it at one of the two");
                                }
                                served(operation, effect);
                            },
                            () -> effectless(operation));
        }
        contract.resource().ifPresent(this::resource);
        results();
    }

    /** A misspelt key is told already. */
    private void effectless(Operation operation) {
        boolean misspelt = contract.at(operation.pointer()).propertyNames().stream()
                .anyMatch(key -> NearestWord.of(key, List.of("x-tick-effect")).isPresent());
        if (!misspelt) {
            problem(
                    operation.pointer(),
                    operation.id() + " has no x-tick-effect, so nobody knows what it does; add one of "
                            + Stream.of(Effect.values()).map(FieldType::spelled).toList());
        }
    }

    private void served(Operation operation, Effect effect) {
        Optional<DocumentedResponse> success = operation.responses().stream()
                .filter(response -> response.status() / 100 == 2)
                .findFirst();
        if (success.isEmpty()) {
            problem(operation.pointer() + "/responses", operation.id() + " documents no 2xx response; add one");
        }
        int parameters = operation.path().split("\\{", -1).length - 1;
        int wanted = effect == Effect.READ || effect == Effect.CHANGE || effect == Effect.REMOVE ? 1 : 0;
        if (parameters != wanted) {
            problem(
                    operation.pointer(),
                    "the path of an operation with 'x-tick-effect: " + FieldType.spelled(effect) + "' has "
                            + (wanted == 1 ? "one parameter" : "no parameter") + ", and " + operation.path() + " has "
                            + parameters);
        }
        boolean sends = effect == Effect.CREATE
                || effect == Effect.CREATE_MANY
                || effect == Effect.CHANGE
                || effect == Effect.REMOVE_MANY;
        if (sends && operation.requestSchema().isEmpty()) {
            problem(
                    operation.pointer(),
                    operation.id()
                            + " takes no JSON body; describe one under requestBody/content/application~1json/schema");
        }
        if (effect == Effect.LIST || effect == Effect.READ) {
            success.ifPresent(response -> listed(operation, effect, response));
        }
    }

    private void listed(Operation operation, Effect effect, DocumentedResponse response) {
        if (response.schema().isEmpty()) {
            problem(
                    response.pointer(),
                    "the success of " + operation.id() + " needs a schema of its JSON body; add it");
        } else if (effect == Effect.LIST
                && contract.at(response.schema().get() + "/properties")
                        .valueStream()
                        .noneMatch(property -> types(property).contains("array"))) {
            problem(
                    response.schema().get(),
                    "a list has one property with 'type: array', which holds the entities; add it");
        }
    }

    private void resource(Resource resource) {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        String entity = create.success().schema().orElseThrow() + "/properties/";
        create.requestSchema()
                .filter(schema -> !contract.at(schema + "/properties").has(resource.identity()))
                .ifPresent(schema -> problem(
                        schema,
                        "the request of " + create.id() + " has no property '" + resource.identity()
                                + "', which is the identity of the entity; add it"));
        for (String name : resource.filterable()) {
            String property = entity + LocatedDocument.segment(name);
            JsonNode schema = contract.at(contract.at(property).has("$ref") ? property + "/$ref" : property);
            JsonNode one = types(schema).contains("array") ? schema.path("items") : schema;
            if (types(one).stream().noneMatch(ORDERED::contains)) {
                problem(
                        property,
                        "x-tick-filterable: expected a property of type string, number, integer or boolean, or a list of these");
            }
        }
        resource.serverValues().forEach((name, value) -> examples(entity + LocatedDocument.segment(name), value));
    }

    private void examples(String property, ServerValue value) {
        int wanted = value == ServerValue.CALLER_KIND ? 2 : value == ServerValue.CONTEXT ? 1 : 0;
        if (contract.at(property + "/examples").size() < wanted) {
            problem(
                    property,
                    "a property with 'x-tick-server-value: " + FieldType.spelled(value)
                            + "' shows what stands under 'examples'; give " + wanted);
        }
    }

    private void results() {
        Optional<Operation> many = contract.operation(Effect.CREATE_MANY);
        if (many.isPresent()
                && many.get().responses().stream().allMatch(one -> one.schema().isEmpty())) {
            problem(
                    many.get().pointer(),
                    "the success of " + many.get().id() + " needs a schema of its JSON body; add it");
            return;
        }
        try {
            BatchResultSchema.of(contract);
        } catch (IllegalArgumentException e) {
            problems.add(new InvalidDocumentException(
                    contract.source().file(),
                    many.map(one -> contract.lineOf(one.pointer())).orElse(0),
                    String.valueOf(e.getMessage()).replace(contract.source().file() + ": ", "")));
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        (type.isArray() ? type.valueStream() : Stream.of(type)).forEach(one -> types.add(one.asString("")));
        return types;
    }

    private void problem(String pointer, String text) {
        problems.add(new InvalidDocumentException(
                contract.source().file(), contract.lineOf(pointer), pointer + ": " + text));
    }
}
