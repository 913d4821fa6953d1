package dev.tick.stub.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.check.Check;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.TokenFlaw;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.quota.ThrottleStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every kind of refusal under {@link RefusalPolicy#DOCUMENTED} has a row that rests on a page, a recording or an RFC; what has none is
 * accepted. A request that is no HTTP is refused before any contract is asked (RFC 9110, section 15.5.1).
 */
class RefusalsRestOnFactsTest {
    private static final Set<Basis> FACTS = EnumSet.of(Basis.DOCUMENTED, Basis.FAMILY, Basis.HTTP, Basis.OBSERVED);

    /** The constraints of requests that a message can break. */
    private static final Set<String> KEYWORDS = Set.of(
            "additionalProperties",
            "anyOf",
            "const",
            "enum",
            "format",
            "maxItems",
            "minItems",
            "pattern",
            "type",
            "x-tick-instant");

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyFlawOfATokenHasARow(Specification specification) {
        boolean scoped = specification.contract().operations().stream()
                .anyMatch(operation -> !operation.tokens().scopes().isEmpty());
        for (TokenFlaw flaw : TokenFlaw.values()) {
            if (flaw == TokenFlaw.WITHOUT_SCOPE && !scoped) {
                // No user is served, whatever the scope.
                continue;
            }
            // Those that no register has a word for are kinds of the invalid token of the errors page.
            Predicate<Requirement> wanted = flaw.defect().isPresent()
                    ? row -> row.check().filter(check -> refuses(check, flaw)).isPresent()
                    : row -> row.schema().equals(Optional.of("/components/responses/Unauthorized"));
            assertFact(specification, flaw.name(), wanted);
        }
    }

    private static boolean refuses(Check check, TokenFlaw flaw) {
        return check instanceof RequestCheck request
                && request.expectation() instanceof Expectation.Refused
                && request.change().equals(flaw.defect().orElseThrow());
    }

    /** A class of result that is added needs a line here. */
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyResultThatIsARefusalHasARow(Specification specification) {
        for (Class<?> result : OperationResult.class.getPermittedSubclasses()) {
            switch (result.getSimpleName()) {
                case "NotFound" -> assertFact(specification, "404", at("/components/responses/NotFound"));
                case "CapacityReached" ->
                    assertFact(specification, "capacity", row -> row.statement().contains("15,000 active"));
                case "InvalidQuery" -> assertFact(specification, "query", row -> mentions(row, "ODataError"));
                case "Conflict" -> {
                    boolean conflicts =
                            specification.contract().resource().orElseThrow().resubmitRules().values().stream()
                                    .anyMatch(rule -> rule == ResubmitRule.CONFLICT);
                    if (conflicts) {
                        assertFact(specification, "409", at("/components/responses/Conflict"));
                    }
                }
                case "Entity", "Page", "Count", "Batch", "Removed" -> {}
                default -> throw new AssertionError("is " + result + " a refusal, and by which row?");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyRefusalBesideTheOperationsHasARow(Specification specification) {
        assertFact(specification, "405", at("/components/responses/MethodNotAllowed"));
        assertFact(specification, "429", at("/components/responses/TooManyRequests"));
        assertFact(
                specification,
                "unknown path",
                row -> row.check()
                        .filter(check -> check instanceof RequestCheck request
                                && request.expectation() instanceof Expectation.NotFound)
                        .isPresent());
    }

    /** Of every constraint of every request: it is refused where its row is a fact, and else accepted. */
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyConstraintIsHeldByARowThatIsAFactOrNotAtAll(Specification specification) {
        Register register = specification.register();
        Refusals refusals = new Refusals(specification.contract(), register, ThrottleStyle.DOCUMENTED);
        List<String> without = new ArrayList<>();
        int facts = 0;
        int open = 0;
        for (String constraint : constraints(specification)) {
            Optional<Requirement> row = register.rowFor(Subject.CLIENT, constraint);
            boolean fact =
                    row.filter(one -> FACTS.contains(one.basis())).isPresent() && !register.isOpenToServers(constraint);
            Violation violation = new Violation("", "", constraint, "", "", row.map(Requirement::id));
            assertEquals(fact ? 1 : 0, refusals.facts(List.of(violation)).size(), constraint);
            if (row.isEmpty()) {
                without.add(constraint);
            }
            facts += fact ? 1 : 0;
            open += fact ? 0 : 1;
        }
        assertEquals(List.of(), without);
        assertTrue(facts > 30 && open > 0, facts + " " + open);
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void whatNoRowNamesIsNoFact(Specification specification) {
        Refusals refusals = new Refusals(specification.contract(), specification.register(), ThrottleStyle.DOCUMENTED);
        Violation violation = new Violation("/x", "type", "/nowhere/type", "type string", "5", Optional.empty());
        assertEquals(List.of(), refusals.facts(List.of(violation)));
    }

    private static List<String> constraints(Specification specification) {
        List<String> found = new ArrayList<>();
        for (Operation operation : specification.contract().operations()) {
            if (operation.requestSchema().isPresent()) {
                found.add(operation.pointer() + "/requestBody/content");
                collect(specification, operation.requestSchema().get(), found);
            }
        }
        return found;
    }

    private static void collect(Specification specification, String at, List<String> found) {
        JsonNode schema = specification.contract().at(at);
        for (String keyword : schema.propertyNames()) {
            String below = at + "/" + keyword;
            switch (keyword) {
                case "properties" ->
                    schema.path(keyword)
                            .propertyNames()
                            .forEach(name -> collect(specification, below + "/" + name, found));
                case "allOf" -> {
                    for (int i = 0; i < schema.path(keyword).size(); i++) {
                        collect(specification, below + "/" + i, found);
                    }
                }
                case "required" -> {
                    for (int i = 0; i < schema.path(keyword).size(); i++) {
                        found.add(below + "/" + i);
                    }
                }
                case "$ref", "items", "then" -> collect(specification, below, found);
                default -> {
                    if (KEYWORDS.contains(keyword)) {
                        found.add(below);
                    }
                }
            }
        }
    }

    private static Predicate<Requirement> at(String schema) {
        return row -> row.schema().equals(Optional.of(schema));
    }

    private static boolean mentions(Requirement row, String code) {
        return row.check().filter(check -> check.toString().contains(code)).isPresent()
                || row.statement().contains(code);
    }

    private static void assertFact(Specification specification, String kind, Predicate<Requirement> wanted) {
        List<Requirement> rows = specification.register().requirements().stream()
                .filter(row -> row.subject() == Subject.SERVER)
                .filter(wanted)
                .toList();
        assertTrue(
                rows.stream().anyMatch(row -> FACTS.contains(row.basis())),
                specification.name() + ": " + kind + " is refused by no fact, of "
                        + rows.stream().map(row -> row.id() + " " + row.basis()).toList());
    }
}
