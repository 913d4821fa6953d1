package dev.tick.spec.inspection;

import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.check.ValueClass;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The demands on a contract's examples: the checks send what the requests' examples hold, and nothing else. */
final class ExampleRules {
    private static final String EXAMPLES = "/content/application~1json/examples";

    private final Contract contract;
    private final Register register;
    private final Problems problems;
    private final Validator validator;

    ExampleRules(Specification specification, Problems problems) {
        contract = specification.contract();
        register = specification.register();
        this.problems = problems;
        // Before every time in an example, none of which is then past.
        validator = new Validator(contract, register, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    void check() {
        for (Operation operation : contract.operations()) {
            operation.requestSchema().ifPresent(schema -> {
                sound(requestBody(operation), schema, Subject.CLIENT);
                if (operation.requestExamples().isEmpty()) {
                    problem(
                            operation.pointer() + "/requestBody",
                            operation.id() + " has no request example, so it is never sent; add one under 'examples'");
                } else if (operation.effect().filter(ExampleRules::isOfOne).isPresent()) {
                    sent(operation, schema);
                }
            });
            for (DocumentedResponse response : operation.responses()) {
                response.schema().ifPresent(schema -> sound(response.pointer(), schema, Subject.SERVER));
            }
        }
    }

    private static boolean isOfOne(Effect effect) {
        return effect == Effect.CREATE || effect == Effect.CHANGE;
    }

    private static String requestBody(Operation operation) {
        return operation.pointer() + "/requestBody";
    }

    private void sound(String message, String schema, Subject sender) {
        String examples = contract.at(message).has("$ref") ? message + "/$ref" + EXAMPLES : message + EXAMPLES;
        for (Map.Entry<String, JsonNode> example : contract.at(examples).properties()) {
            String at = examples + "/" + LocatedDocument.segment(example.getKey());
            validator
                    .body(sender, schema, example.getValue().path("value"))
                    .forEach(violation -> problem(
                            at + "/value" + violation.location(),
                            "the example '" + example.getKey() + "' breaks its own schema: expected "
                                    + violation.expected() + ", got " + violation.got() + "; correct one of the two"));
        }
    }

    /** Holds each property, and each value of a list of values, against the examples of the request. */
    private void sent(Operation operation, String schema) {
        String properties = schema + "/properties";
        for (String name : contract.at(properties).propertyNames()) {
            String property = properties + "/" + LocatedDocument.segment(name);
            Set<JsonNode> values = values(operation, name);
            if (values.isEmpty() && !isMadeOfCreated(operation, name)) {
                problem(
                        property,
                        "no request example of " + operation.id() + " has '" + name + "', so that it is never sent"
                                + wanting(property) + "; add it to one");
            } else if (operation.effect().equals(Optional.of(Effect.CREATE)) && !isEachListedValueSent(operation)) {
                unsent(operation, name, property, values);
            }
        }
    }

    private static Set<JsonNode> values(Operation operation, String name) {
        return operation.requestExamples().values().stream()
                .filter(example -> example.has(name))
                .map(example -> example.path(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns whether a change of the property is made of what was created with it. */
    private boolean isMadeOfCreated(Operation operation, String name) {
        return operation.effect().equals(Optional.of(Effect.CHANGE))
                && contract.operation(Effect.CREATE)
                        .filter(create -> !values(create, name).isEmpty())
                        .isPresent();
    }

    /** Returns whether a row sends each value that the contract lists, whatever the examples have. */
    private boolean isEachListedValueSent(Operation operation) {
        return register.checked().stream()
                .flatMap(row -> row.check().stream())
                .anyMatch(check -> check instanceof SuccessCheck.ValuesTaken taken
                        && taken.operation().equals(operation.id())
                        && taken.values() == ValueClass.LISTED);
    }

    private void unsent(Operation operation, String name, String property, Set<JsonNode> values) {
        String listed = Stream.of("", "/$ref", "/anyOf/0/$ref")
                .map(step -> property + step)
                .filter(at -> contract.at(at).has("enum"))
                .findFirst()
                .orElse(property);
        JsonNode words = contract.at(listed + "/enum");
        for (int i = 0; i < words.size(); i++) {
            JsonNode word = words.get(i);
            if (!word.isNull() && !values.contains(word)) {
                problem(
                        listed + "/enum/" + i,
                        "no request example of " + operation.id() + " has " + word + " as '" + name
                                + "', so that it is never sent; add it to one");
            }
        }
    }

    /** Names the rows that speak of a property. */
    private String wanting(String property) {
        String name = Pointers.name(property);
        String rows = register.of(Subject.SERVER).stream()
                .filter(row -> row.check().isPresent())
                .filter(row -> row.schema()
                        .flatMap(Pointers::property)
                        .filter(name::equals)
                        .isPresent())
                .map(Requirement::id)
                .limit(5)
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? "" : " (rows: " + rows + ")";
    }

    private void problem(String pointer, String text) {
        problems.add(new InvalidDocumentException(
                contract.source().file(), contract.lineOf(pointer), pointer + ": " + text));
    }
}
