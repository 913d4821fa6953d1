package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every constraint of a contract belongs to a row, and every row is exercised or excluded. */
@ParameterizedClass
@MethodSource("dev.tick.spec.register.Specification#names")
class NoOrphanTest {
    private static final Set<String> CONSTRAINTS = Set.of(
            "type",
            "enum",
            "format",
            "pattern",
            "const",
            "minItems",
            "maxItems",
            "additionalProperties",
            "x-tick-instant");

    private static final Pattern PART = Pattern.compile(
            "^/components/schemas/[^/]+/(properties|required|allOf(?:/[0-9]+/\\$ref/allOf)?)/[^/]+|.*/additionalProperties$");

    private final Contract contract;
    private final Register register;

    NoOrphanTest(String name) {
        Specification specification = Specification.load(name);
        contract = specification.contract();
        register = specification.register();
    }

    @Test
    void everyConstraintOfARequestBelongsToAClientAndToAServerRow() {
        List<String> constraints = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            operation.requestSchema().ifPresent(schema -> {
                collect(schema, constraints);
                constraints.add(operation.pointer() + "/requestBody/content");
            });
        }
        constraints.removeIf(pointer -> pointer.contains("/if/"));
        assertTrue(constraints.size() > 40, constraints.toString());
        assertEquals(Set.of(), orphans(Subject.CLIENT, constraints));
        assertEquals(Set.of(), orphans(Subject.SERVER, constraints));
        assertEquals(Set.of(), swallowed(Subject.CLIENT, constraints));
        assertEquals(Set.of(), swallowed(Subject.SERVER, constraints));
    }

    @Test
    void everyConstraintOfAnAnswerBelongsToAServerRow() {
        List<String> constraints = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            for (DocumentedResponse response : operation.responses()) {
                constraints.add(response.pointer());
                response.schema().ifPresent(schema -> {
                    collect(schema, constraints);
                    constraints.add(response.pointer() + "/content");
                });
                for (String header :
                        contract.at(response.pointer() + "/headers").propertyNames()) {
                    constraints.add(response.pointer() + "/headers/" + header);
                }
            }
        }
        assertTrue(constraints.size() > 50, constraints.toString());
        assertEquals(Set.of(), orphans(Subject.SERVER, constraints));
    }

    @Test
    void everyRowIsExercisedOrExcludedWithAReason() {
        for (Requirement row : register.requirements()) {
            boolean exercised = row.subject() == Subject.SERVER
                    ? row.check().isPresent()
                    : row.schema().isPresent();
            assertTrue(exercised != row.excluded().isPresent(), row.id());
        }
    }

    /** A pointer to the whole document would own everything and say nothing. */
    @Test
    void noRowOwnsMoreThanOneSchemaOrOnePath() {
        for (Requirement row : register.requirements()) {
            row.schema()
                    .ifPresent(pointer -> assertTrue(
                            pointer.startsWith("/paths/")
                                    || pointer.matches("/components/[^/]+/[^/]+.*")
                                    || pointer.matches("/x-tick-seen/[^/]+"),
                            row.id()));
        }
    }

    private Set<String> orphans(Subject subject, List<String> constraints) {
        Set<String> orphans = new TreeSet<>();
        for (String pointer : constraints) {
            if (register.rowFor(subject, pointer).isEmpty()) {
                orphans.add(pointer);
            }
        }
        return orphans;
    }

    /** Constraints of a property, of a required name or under a condition whose row speaks of the whole schema only. */
    private Set<String> swallowed(Subject subject, List<String> constraints) {
        Set<String> swallowed = new TreeSet<>();
        for (String pointer : constraints) {
            Matcher part = PART.matcher(pointer);
            if (part.find()
                    && register.rowFor(subject, pointer)
                            .flatMap(Requirement::schema)
                            .filter(own -> own.startsWith(part.group()))
                            .isEmpty()) {
                swallowed.add(pointer);
            }
        }
        return swallowed;
    }

    private void collect(String pointer, List<String> constraints) {
        JsonNode schema = contract.at(pointer);
        if (schema.has("$ref")) {
            collect(pointer + "/$ref", constraints);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            String below = pointer + "/" + entry.getKey();
            switch (entry.getKey()) {
                case "required" -> {
                    for (int i = 0; i < entry.getValue().size(); i++) {
                        constraints.add(below + "/" + i);
                    }
                }
                case "properties" ->
                    entry.getValue()
                            .propertyNames()
                            .forEach(name -> collect(below + "/" + LocatedDocument.segment(name), constraints));
                case "allOf", "anyOf", "oneOf" -> {
                    for (int i = 0; i < entry.getValue().size(); i++) {
                        collect(below + "/" + i, constraints);
                    }
                }
                case "if", "then", "else", "items" -> collect(below, constraints);
                default -> {
                    if (CONSTRAINTS.contains(entry.getKey())) {
                        constraints.add(below);
                    }
                }
            }
        }
    }
}
