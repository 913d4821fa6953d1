package dev.tick.doccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.editions.EditionsPage;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published comparison is of the contracts as they are. */
class EditionsPageTest {
    private static final String EMPTY = "<!-- From here on, tools/write-editions writes. -->\n<!-- To here. -->\n";

    @Test
    void thePublishedPageIsOfTheContractsAsTheyAre() throws IOException {
        String page = Files.readString(Path.of("../../docs/editions.md"));
        assertEquals(
                EditionsPage.renewed(page, Specification.all()),
                page,
                "docs/editions.md is stale; run tools/write-editions");
    }

    @Test
    void aChangeOfTheContractIsToldByName() throws IOException {
        Specification old = OwnContracts.load("tiindicators");
        String yaml = Files.readString(Path.of(OwnContracts.folder("tiindicators"), "openapi.yaml"))
                .replace("enum: [Informational, Low, Medium, High]", "enum: [Low, Medium, High, Grave]")
                .replace(
                        "required: [indicator, indicatorType, action]\n      x-tick",
                        "required: [indicator, indicatorType]\n      x-tick")
                .replace("'201':\n          description: .", "'202':\n          description: .")
                .replace("code: InvalidUrl", "code: InvalidLink");
        Contract changed = Contract.parse("changed.yaml", yaml);
        Specification now = new Specification(
                "changed", changed, new Register(old.register().source(), "x", List.of()));
        String page = EditionsPage.renewed(EMPTY, List.of(old, now));
        for (String line : List.of(
                "| create | `POST /api/tiindicators` → 201 | `POST /api/tiindicators` → 202 |",
                "| `action`: one of 3 values, required | `action`: one of 3 values |",
                "| `severity` | `Low` `Medium` `High` | `Informational` | `Grave` |",
                "| `BadRequest` `Conflict` `Forbidden` `InternalServerError` `InvalidDomainName` `InvalidHashValue` `InvalidIpAddress`"
                        + " `InvalidRequestBody` `MissingRequiredParameter` `ODataError` `ResourceNotFound`"
                        + " `TooManyRequests` `Unauthorized` `UnsupportedMediaType` | `InvalidUrl` | `InvalidLink` |")) {
            assertTrue(page.contains("\n" + line + "\n"), line + "\n" + page);
        }
    }

    @Test
    void aChangeOfARegisterIsToldByKindAndByStatement() {
        Specification old = OwnContracts.load("tiindicators");
        List<Requirement> rows = old.register().requirements().stream()
                .filter(row -> row.check()
                        .filter(check -> check.kind().equals("location"))
                        .isEmpty())
                .map(row -> row.id().equals("SUB-004") ? with(Level.SHOULD, row) : row)
                .toList();
        Specification now = new Specification(
                "changed", old.contract(), new Register(old.register().source(), "x", rows));
        String page = EditionsPage.renewed(EMPTY, List.of(old, now));
        for (String line : List.of(
                "| server | " + servers(old, 0) + " | " + servers(old, -1) + " |",
                "| `answer` | must 9 | must 8, should 1 |",
                "| `location` | should 1 | - |",
                "| The answer is declared as JSON. | `SUB-004` must | `SUB-004` should |")) {
            assertTrue(page.contains("\n" + line + "\n"), line + "\n" + page);
        }
        assertFalse(page.contains("| `request refused` |"), page);
        assertFalse(EditionsPage.renewed(EMPTY, List.of(old, old)).contains("bind otherwise"), "nothing moved");
    }

    private static Requirement with(Level level, Requirement row) {
        return new Requirement(
                row.id(),
                level,
                row.basis(),
                row.subject(),
                row.statement(),
                row.source(),
                row.schema(),
                row.check(),
                row.excluded(),
                row.edition(),
                row.recorded(),
                row.misprints());
    }

    @Test
    void aPageWithoutMarksIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> EditionsPage.renewed("# Editions\n", Specification.all()));
    }

    private static String servers(Specification specification, int more) {
        List<Requirement> rows = specification.register().of(Subject.SERVER);
        return "must " + (count(rows, Level.MUST) + more) + ", should " + count(rows, Level.SHOULD) + ", may "
                + count(rows, Level.MAY);
    }

    private static long count(List<Requirement> rows, Level level) {
        return rows.stream().filter(row -> row.level() == level).count();
    }
}
