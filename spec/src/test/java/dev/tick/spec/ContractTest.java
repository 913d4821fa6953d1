package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ContractTest {
    /** Before the expiration of every example. */
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private static final String MINIMAL = """
            openapi: 3.1.0
            info: {title: t, version: "1"}
            paths:
              /rooms:
                get:
                  operationId: listRooms
                  responses:
                    "200":
                      description: rooms
            """;

    @Test
    void knowsTheFiveOperations() {
        assertEquals(
                List.of(
                        "submitIndicator POST /api/tiindicators",
                        "listIndicators GET /api/tiindicators",
                        "getIndicator GET /api/tiindicators/{id}",
                        "updateIndicator PATCH /api/tiindicators/{id}",
                        "removeIndicator DELETE /api/tiindicators/{id}"),
                Contract.load("tiindicators").operations().stream()
                        .map(operation -> operation.id() + " " + operation.method() + " " + operation.path())
                        .toList());
    }

    @Test
    void followsReferencesToTheSchemas() {
        Operation submit = Contract.load("tiindicators").operation("submitIndicator");
        assertEquals(Optional.of("/components/schemas/IndicatorSubmission"), submit.requestSchema());
        assertEquals("/components/schemas/Indicator", submit.success().schema().orElseThrow());
        assertEquals(
                "/components/schemas/ErrorEnvelope",
                submit.response(400).orElseThrow().schema().orElseThrow());
    }

    @Test
    void knowsWhatAListMayBeFilteredByAndWhatEndsAnEntity() {
        Resource resource = Contract.load("tiindicators").resource().orElseThrow();
        assertEquals(
                resource.properties().stream()
                        .filter(name -> !name.startsWith("@"))
                        .toList(),
                resource.filterable());
        assertEquals(Optional.of("expirationTime"), resource.expiration());
    }

    @Test
    void knowsTheAliasesOfAPath() {
        assertEquals(
                List.of("/api/v1.0/tiindicators", "/api/v1.0/tiindicators/{id}"),
                Contract.load("tiindicators").operations().stream()
                        .flatMap(operation -> operation.aliases().stream())
                        .distinct()
                        .toList());
    }

    @Test
    void anAliasMayStandForAWholePathAndForNoHalfSegment() {
        String aliases = "x-tick-aliases:\n  /v1/rooms: /rooms\n  /halls: /rooms\n";
        assertEquals(
                List.of("/v1/rooms", "/halls"),
                Contract.parse("a.yaml", MINIMAL + aliases).operations().get(0).aliases());
        assertMessage(
                "a.yaml:11: /x-tick-aliases/~1v1: expected the beginning of a path of this document, got '/roo'",
                MINIMAL + "x-tick-aliases:\n  /v1: /roo\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1: /hotel | a.yaml:11: /x-tick-aliases/~1v1: expected the beginning of a path of this document, got '/hotel'",
                "v1: /rooms | a.yaml:11: /x-tick-aliases/v1: expected the beginning of a path, such as /api/v2, got 'v1'"
            })
    void namesTheLineOfAnAliasOfNothing(String alias, String message) {
        assertMessage(message, MINIMAL + "x-tick-aliases:\n  " + alias + "\n");
    }

    @Test
    void everyExampleHonoursItsOwnSchema() {
        Contract contract = Contract.load("tiindicators");
        Validator validator =
                new Validator(contract, Register.load("tiindicators", contract), Clock.fixed(BEFORE, ZoneOffset.UTC));
        int examples = 0;
        for (Operation operation : contract.operations()) {
            for (JsonNode example : operation.requestExamples().values()) {
                assertSound(
                        validator.body(Subject.CLIENT, operation.requestSchema().orElseThrow(), example));
                examples++;
            }
            for (DocumentedResponse response : operation.responses()) {
                for (JsonNode example : contract.at(response.pointer() + "/content/application~1json/examples")) {
                    assertSound(validator.body(Subject.SERVER, response.schema().orElseThrow(), example.path("value")));
                    examples++;
                }
            }
        }
        assertEquals(43, examples);
    }

    /** The checks send what the examples hold, so a value without an example would never be sent. */
    @Test
    void everyListedValueOfASubmitIsInAnExample() {
        Contract contract = Contract.load("tiindicators");
        Operation submit = contract.operation("submitIndicator");
        Map<String, String> lists = Map.of(
                "indicatorType", "IndicatorType",
                "action", "Action",
                "severity", "Severity");
        lists.forEach((property, schema) -> assertEquals(
                contract.at("/components/schemas/" + schema + "/enum")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet()),
                submit.requestExamples().values().stream()
                        .filter(example -> example.has(property))
                        .map(example -> example.path(property).asString())
                        .collect(Collectors.toSet()),
                property));
    }

    private static void assertSound(List<Violation> violations) {
        assertEquals(List.of(), violations);
    }

    @Test
    void namesTheLineOfARepeatedKey() {
        assertMessage(
                "a.yaml:3: the key 'openapi' is repeated; remove one", "openapi: 3.1.0\ninfo: {}\nopenapi: 3.1.0\n");
    }

    @Test
    void namesTheLineOfAnAnchorEvenWhenItHoldsItself() {
        assertMessage(
                "a.yaml:2: the anchor 'me' is not supported; write the value out", "openapi: 3.1.0\nx-me: &me [*me]\n");
    }

    @Test
    void namesTheLineOfATimestampWithoutQuotes() {
        assertMessage(
                "a.yaml:2: put the timestamp in quotes, or readers lose digits",
                "openapi: 3.1.0\nx-when: 2018-10-24T10:54:23.2009016Z\n");
    }

    @Test
    void namesTheLineOfAnotherVersion() {
        assertMessage(
                "a.yaml:1: /openapi: expected 3.1.0, got '3.0.0'", MINIMAL.replace("openapi: 3.1.0", "openapi: 3.0.0"));
    }

    @Test
    void namesTheOperationWithoutAnId() {
        assertMessage(
                "a.yaml:6: /paths/~1rooms/get: the operation needs an operationId",
                MINIMAL.replace("      operationId: listRooms\n", ""));
    }

    @Test
    void reportsWhatSwaggerParserReports() {
        InvalidDocumentException e = assertThrows(
                InvalidDocumentException.class,
                () -> Contract.parse("a.yaml", MINIMAL.replace("description: rooms", "descriptoin: rooms")));
        assertTrue(String.valueOf(e.getMessage()).contains("descriptoin"), e.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: strng | /components/schemas/Room/type",
                "type: string, minLenght: 3 | /components/schemas/Room/minLenght: unknown keyword 'minLenght' (did you mean 'minLength'?)",
                "type: string, nullable: true | /components/schemas/Room/nullable: unknown keyword 'nullable'",
                "type: string, x-tick-expires: soon | /components/schemas/Room/x-tick-expires: expected true or false, got \"soon\"",
                "type: string, x-tick-filterable: 1 | /components/schemas/Room/x-tick-filterable: expected true or false, got 1"
            })
    void namesTheLineOfASlipInASchema(String schema, String expected) {
        String yaml = MINIMAL + "components:\n  schemas:\n    Room: {" + schema + "}\n";
        String message =
                String.valueOf(assertThrows(InvalidDocumentException.class, () -> Contract.parse("a.yaml", yaml))
                        .getMessage());
        assertTrue(message.startsWith("a.yaml:12: " + expected), message);
    }

    @Test
    void namesAContractThatIsNotThere() {
        assertEquals(
                "contracts/none/openapi.yaml: no such document on the class path",
                assertThrows(InvalidDocumentException.class, () -> Contract.load("none"))
                        .getMessage());
    }

    private static void assertMessage(String expected, String yaml) {
        assertEquals(
                expected,
                assertThrows(InvalidDocumentException.class, () -> Contract.parse("a.yaml", yaml))
                        .getMessage());
    }

    /** Client generators bend properties that stand beside {@code if}; so the rules stand behind a reference. */
    @Test
    void findsTheRulesOfASubmitBehindAReference() {
        String rules = "/components/schemas/IndicatorSubmission/allOf/0/$ref/allOf/";
        assertEquals(
                List.of(rules + 0, rules + 1, rules + 2, rules + 3, rules + 4),
                Contract.load("tiindicators").rules("/components/schemas/IndicatorSubmission"));
        assertEquals(
                List.of(rules + 0, rules + 1, rules + 2, rules + 3, rules + 4, rules + 5, rules + 6),
                Contract.load("indicators").rules("/components/schemas/IndicatorSubmission"));
    }

    @Test
    void findsRulesInPlaceBehindReferencesAndInBranchesThatGather() {
        Contract contract = Contract.parse("a.yaml", MINIMAL + """
                components:
                  schemas:
                    Room:
                      type: object
                      allOf:
                        - required: [name]
                        - $ref: "#/components/schemas/Named"
                        - $ref: "#/components/schemas/Rules"
                    Named: {required: [floor]}
                    Rules:
                      description: rules
                      allOf:
                        - {allOf: [{required: [beds]}]}
                        - {required: [keys], allOf: [{required: [door]}]}
                        - $ref: "#/components/schemas/Rules"
                """);
        String room = "/components/schemas/Room/allOf/";
        assertEquals(
                List.of(
                        room + "0",
                        room + "1/$ref",
                        room + "2/$ref/allOf/0/allOf/0",
                        room + "2/$ref/allOf/1/allOf/0",
                        room + "2/$ref/allOf/1"),
                contract.rules("/components/schemas/Room"));
    }
}
