package dev.tick.conformance.report.sarif;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tick.conformance.Reports;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifTest {
    private final RunResult report = Reports.of(
            "0123abcd",
            Optional.empty(),
            List.of(),
            row(
                    "SUB-001",
                    CaseResult.of("a", Result.PASS, "answered 201"),
                    CaseResult.of("b", Result.FAIL, "<script> \u0000")),
            row(
                    "SUB-007",
                    CaseResult.of("a", Result.FAIL, "title of tick-0123abcd-7: expected, got"),
                    CaseResult.of("b", Result.FAIL, "b")),
            row("VAL-001", CaseResult.of("a", Result.WARN, "expected a refusal, got 201")),
            row("TOK-009", CaseResult.of("a", Result.NOT_TESTABLE, "not set")),
            row("LST-002", CaseResult.of("a", Result.ERROR, "the check failed")));

    @Test
    void isValid() throws IOException {
        assertEquals(List.of(), violations(new Sarif().render(Reports.model(report))));
        assertTrue(
                new Sarif()
                        .render(Reports.model(report))
                        .contains(
                                "\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\""));
        assertTrue(!violations(new Sarif().render(Reports.model(report)).replace("\"error\"", "\"fatal\""))
                .isEmpty());
    }

    @Test
    void holdsWhatWentWrongAlone() {
        JsonNode run = run(report);
        assertEquals(
                List.of(
                        "SUB-001/b error",
                        "SUB-007/a error",
                        "SUB-007/b error",
                        "VAL-001/a warning",
                        "LST-002/a error"),
                run.path("results")
                        .valueStream()
                        .map(one -> one.at("/partialFingerprints/case~1v1").asString() + " "
                                + one.path("level").asString())
                        .toList());
        assertEquals(
                "SUB-007/a: title of tick-<run>-<n>: expected, got",
                run.at("/results/1/message/text").asString());
        assertEquals(5, run.at("/tool/driver/rules").size());
        for (JsonNode result : run.path("results")) {
            assertEquals(
                    result.path("ruleId").asString(),
                    run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id")
                            .asString());
        }
        assertEquals(false, run.at("/invocations/0/executionSuccessful").asBoolean());
        assertEquals("1.2.3 abc1234", run.at("/tool/driver/version").asString());
        assertEquals(
                "pkg:maven/dev.tick/tick-conformance@1.2.3",
                run.at("/tool/driver/informationUri").asString());
        assertEquals(
                "SUB-007/b",
                run.at("/results/2/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asString());
    }

    /** The line says what the requirement is about; a pointer may lead there through references. */
    @Test
    void liesAtTheLineOfTheContract() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("..", "spec/src/main/resources/contracts/tiindicators/openapi.yaml"));
        JsonNode run = run(report);
        JsonNode title = run.at("/results/1/locations/0/physicalLocation");
        assertEquals("contract-openapi.yaml", title.at("/artifactLocation/uri").asString());
        // The schema of the property begins behind its name.
        assertTrue(lines.get(title.at("/region/startLine").asInt() - 2).strip().startsWith("title:"), title.toString());
    }

    /** Every requirement of every contract has a line of its own file. */
    @Test
    void knowsALineForEveryRequirement() {
        for (Specification specification : Specification.all()) {
            specification.register().requirements().stream()
                    .flatMap(row -> row.schema().stream())
                    .forEach(pointer -> assertTrue(specification.contract().lineOf(pointer) > 1, pointer));
        }
    }

    @Test
    void aKnownDeviationIsSuppressed() {
        JsonNode run = run(Reports.knowing(report, "SUB-007", Optional.of("SUB-007/a")));
        assertEquals(
                "reason (until 2027-01-31, owner, link)",
                run.at("/results/1/suppressions/0/justification").asString());
        assertTrue(run.at("/results/2/suppressions").isMissingNode());
    }

    private static JsonNode run(RunResult report) {
        return JsonMapper.shared()
                .readTree(new Sarif().render(Reports.model(report)))
                .at("/runs/0");
    }

    private static List<String> violations(String sarif) throws IOException {
        try (InputStream schema = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertTrue(schema != null);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(sarif, InputFormat.JSON)
                    .stream()
                    .map(String::valueOf)
                    .toList();
        }
    }
}
