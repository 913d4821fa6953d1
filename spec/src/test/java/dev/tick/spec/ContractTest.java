package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.source.MalformedSourceException;
import dev.tick.spec.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractTest {
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
    void knowsTheFourOperations() {
        assertEquals(
                List.of(
                        "submitIndicator POST /api/tiindicators",
                        "listIndicators GET /api/tiindicators",
                        "getIndicator GET /api/tiindicators/{id}",
                        "updateIndicator PATCH /api/tiindicators/{id}"),
                Contract.load("tiindicators").operations().stream()
                        .map(operation -> operation.id() + " " + operation.method() + " " + operation.path())
                        .toList());
    }

    @Test
    void followsReferencesToTheSchemas() {
        Operation submit = Contract.load("tiindicators").operation("submitIndicator");
        assertEquals(Optional.of("/components/schemas/IndicatorSubmission"), submit.requestSchema());
        assertEquals("/components/schemas/Indicator", submit.answerSchemas().get("201"));
        assertEquals("/components/schemas/ErrorEnvelope", submit.answerSchemas().get("400"));
    }

    @Test
    void everyExampleHonoursItsOwnSchema() {
        Contract contract = Contract.load("tiindicators");
        Validator validator = new Validator(contract);
        int examples = 0;
        for (Operation operation : contract.operations()) {
            if (operation.requestSchema().isPresent()) {
                examples += validateExamples(
                        contract,
                        validator,
                        operation.pointer() + "/requestBody",
                        operation.requestSchema().get());
            }
            for (Map.Entry<String, String> answer : operation.answerSchemas().entrySet()) {
                examples += validateExamples(
                        contract, validator, operation.pointer() + "/responses/" + answer.getKey(), answer.getValue());
            }
        }
        assertEquals(7, examples);
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
                "a.yaml:2: quote the timestamp 2018-10-24T10:54:23.2009016Z, or readers lose digits",
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
        MalformedSourceException e = assertThrows(
                MalformedSourceException.class,
                () -> Contract.parse("a.yaml", MINIMAL.replace("description: rooms", "descriptoin: rooms")));
        assertTrue(String.valueOf(e.getMessage()).contains("descriptoin"), e.toString());
    }

    @Test
    void namesAContractThatIsNotThere() {
        assertEquals(
                "contracts/none/openapi.yaml: no such contract on the class path",
                assertThrows(MalformedSourceException.class, () -> Contract.load("none"))
                        .getMessage());
    }

    private static int validateExamples(Contract contract, Validator validator, String pointer, String schema) {
        JsonNode root = contract.source().root();
        String reference = root.at(pointer).path("$ref").asString("");
        JsonNode examples = root.at(reference.isEmpty() ? pointer : reference.substring(1))
                .at("/content/application~1json/examples");
        for (JsonNode example : examples) {
            assertEquals(
                    List.of(), validator.validate(schema, example.path("value").toString()), pointer);
        }
        return examples.size();
    }

    private static void assertMessage(String expected, String yaml) {
        assertEquals(
                expected,
                assertThrows(MalformedSourceException.class, () -> Contract.parse("a.yaml", yaml))
                        .getMessage());
    }
}
