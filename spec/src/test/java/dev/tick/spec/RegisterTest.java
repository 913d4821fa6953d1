package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.inspection.GoldenList;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegisterTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);

    private static final String MINIMAL = """
            contract: tiindicators
            edition: "1"
            sources:
              page: {page: p, edition: "1", dated: "2026-11", read: "2026-01-01"}
            requirements:
              - id: ABC-001
                level: must
                basis: documented
                subject: server
                statement: s
                source: {of: page, section: Response}
                schema: /paths/~1api~1tiindicators/post/responses/201
                check: {kind: success, operation: submitIndicator}
            """;

    /** A row cannot vanish, change its level or be renumbered unnoticed: that takes a change of the golden list as well. */
    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#names")
    void matchesTheGoldenListOfIdsAndLevels(String name) throws IOException {
        List<String> rows = Specification.load(name).register().requirements().stream()
                .map(GoldenList::line)
                .toList();
        String golden = "/golden/" + name + ".txt";
        try (InputStream in = RegisterTest.class.getResourceAsStream(golden)) {
            assertTrue(in != null, golden);
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> differences = GoldenList.differences(lines, rows);
            assertTrue(
                    differences.isEmpty(),
                    () -> "src/test/resources" + golden + ":\n" + String.join("\n", differences));
        }
    }

    /** A stub serves all contracts at once, so an id or an operation of two of them could mean either. */
    @Test
    void noTwoContractsShareAnIdOrAnOperation() {
        List<String> names = Specification.all().stream()
                .flatMap(specification -> Stream.concat(
                        specification.register().requirements().stream().map(Requirement::id),
                        specification.contract().operations().stream().map(Operation::id)))
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
        assertEquals(List.of("tiindicators", "indicators"), Specification.names());
    }

    @Test
    void knowsWhoseAConstraintIs() {
        String action = "/components/schemas/IndicatorSubmission/properties/action";
        Requirement client =
                REGISTER.rowFor(Subject.CLIENT, action + "/$ref/enum").orElseThrow();
        assertEquals(
                "What a client sends as the action is of the documented type and from the documented list.",
                client.statement());
        Requirement server =
                REGISTER.rowFor(Subject.SERVER, action + "/$ref/enum").orElseThrow();
        assertEquals("A submit whose action is none of the listed ones is not accepted.", server.statement());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "level: must | level: most | r.yaml:7: /requirements/0/level: expected one of [must, should, may], got 'most' (did you mean 'must'?)",
                "level: must | lvl: must | r.yaml:7: /requirements/0/lvl: unknown key 'lvl'; expected one of [id, level, basis, subject, statement, source, schema, check, excluded, edition, recorded, misprints]",
                "basis: documented | basis: open | r.yaml:7: /requirements/0/level: the basis 'open' does not carry 'must'",
                "id: ABC-001 | id: abc | r.yaml:6: /requirements/0/id: expected an id such as SUB-004, got 'abc'",
                "of: page | of: pgae | r.yaml:11: /requirements/0/source/of: no source 'pgae' (did you mean 'page'?); there are [page]",
                "responses/201 | responses/299 | r.yaml:12: /requirements/0/schema: nothing is at '/paths/~1api~1tiindicators/post/responses/299' in contracts/tiindicators/openapi.yaml",
                "operation: submitIndicator | operation: submit | r.yaml:13: /requirements/0/check/operation: no operation 'submit' in contracts/tiindicators/openapi.yaml; it has [submitIndicator, listIndicators, getIndicator, updateIndicator, removeIndicator]",
                "'check: {kind: success, operation: submitIndicator}' | 'edition: \"2\"' | r.yaml:6: /requirements/0: ABC-001 needs either a check or a reason under 'excluded'",
                "statement: s | 'statement: s\n    excluded: why' | r.yaml:6: /requirements/0: ABC-001 needs either a check or a reason under 'excluded'",
                "statement: s | statement: 5 | r.yaml:10: /requirements/0/statement: expected text, got 5; write it out, in quotes where it is a number"
            })
    void namesTheLineOfARowThatCannotBeUsed(String right, String wrong, String message) {
        assertEquals(message, message(MINIMAL.replace(right, wrong)));
    }

    @Test
    void namesTheLineOfARepeatedId() {
        String row = MINIMAL.substring(MINIMAL.indexOf("  - id"));
        assertEquals("r.yaml:14: /requirements/1/id: the id 'ABC-001' is taken by a row above", message(MINIMAL + row));
    }

    @Test
    void needsARow() {
        assertEquals(
                "r.yaml:5: /requirements: a register needs at least one row",
                message(MINIMAL.substring(0, MINIMAL.indexOf("requirements:")) + "requirements: []\n"));
    }

    private static String message(String yaml) {
        return String.valueOf(
                assertThrows(InvalidDocumentException.class, () -> Register.parse("r.yaml", yaml, CONTRACT))
                        .getMessage());
    }
}
