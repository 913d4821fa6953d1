package dev.tick.doccheck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.InventedPages;
import dev.tick.doccheck.OwnContracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over a folder of all pages of a contract. */
class KnownPagesReportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int exit, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }

        boolean tells(String line) {
            return lines.contains(line);
        }
    }

    @BeforeEach
    void pages() throws IOException {
        for (var page : InventedPages.texts("indicators").entrySet()) {
            write(page.getKey(), page.getValue());
        }
    }

    @Test
    void thePagesOfTheContractHaveNoDrift() {
        Outcome outcome = run("");
        assertEquals(0, outcome.exit());
        assertTrue(
                outcome.last().contains(": compared 8, drifts 0, known defects ")
                        && outcome.last().endsWith(", skipped 0, unreadable 0"),
                outcome.last());
        assertTrue(
                outcome.tells("entity.md (The indicator, 11/27/2026): page 'entity'"),
                outcome.lines().toString());
    }

    @Test
    void aMissingPageOfAnOperationIsADrift() throws IOException {
        Files.delete(folder.resolve("remove.md"));
        Outcome outcome = run(".");
        assertEquals(1, outcome.exit());
        assertTrue(
                outcome.tells("  .: operation deleteIndicator: page: no page, contract: documented by page of delete"),
                outcome.lines().toString());
        assertTrue(outcome.last().contains(", drifts 1, "), outcome.last());
    }

    @Test
    void aMissingPageAboutSomethingElseIsNone() throws IOException {
        Files.delete(folder.resolve("errors.md"));
        assertEquals(0, run("").exit());
    }

    @Test
    void nothingIsMissingFromASinglePage() throws IOException {
        assertEquals(
                List.of(),
                run("push.md").lines().stream()
                        .filter(line -> line.contains("no page"))
                        .toList());
        write("alone/push.md", Files.readString(folder.resolve("push.md")));
        Outcome outcome = run("alone");
        assertEquals(0, outcome.exit());
        assertEquals(
                4,
                outcome.lines().stream()
                        .filter(line -> line.startsWith("note: alone: operation "))
                        .count());
    }

    @Test
    void pagesMayLieInSeveralFolders() throws IOException {
        write("b/remove.md", Files.readString(folder.resolve("remove.md")));
        for (String page : List.of("push.md", "list.md", "import.md", "remove-many.md")) {
            write("a/" + page, Files.readString(folder.resolve(page)));
        }
        assertEquals(1, run("a").exit());
        assertEquals(0, run("a, b").exit());
    }

    @Test
    void aNewTextAGoneOneAndOneInThePlaceOfAnotherAreTold() throws IOException {
        write(
                "remove.md",
                Files.readString(folder.resolve("remove.md"))
                        .replace("by its number", "by its name")
                        .replace("One that was there", "Mind the gap.\n\nOne that was there")
                        .replace("A request may look so.\n", ""));
        Outcome outcome = run("");
        assertEquals(1, outcome.exit());
        assertTrue(
                outcome.tells("  remove.md:12: text: page: \"Removes one indicator, by its name\","
                        + " contract: line 12 of the page that was read, which binds nobody (example)"),
                outcome.lines().toString());
        assertTrue(outcome.tells("  remove.md:44: text: page: \"Mind the gap\", contract: not read before"));
        assertTrue(outcome.tells("  remove.md: text: page: gone,"
                + " contract: line 52 of the page that was read, which binds nobody (example)"));
        assertTrue(outcome.last().contains(", drifts 3, "), outcome.last());
    }

    @Test
    void aPageWithoutAKnownSentenceIsTold() throws IOException {
        write("remove.md", """
                ## Permissions

                Permission type|Permission
                ---|---
                Application|Ti.ReadWrite.All

                ## HTTP request

                ```
                Delete https://api.security.microsoft.com/api/indicators/{id}
                ```

                ## Request headers

                Name|Description
                ---|---
                Authorization|Bearer. Required.

                ## Response

                Gone: 204 No Content. Unknown: 404 Not Found.

                ## Example

                ```
                DELETE https://api.security.microsoft.com/api/indicators/4
                ```
                """);
        Outcome outcome = run("remove.md");
        assertEquals(1, outcome.exit());
        assertEquals(
                List.of("  remove.md:1: text: page: hardly a sentence is left of the page that was read,"
                        + " contract: 31 texts of page of delete"),
                outcome.lines().stream()
                        .filter(line -> line.contains(": text: "))
                        .toList());
    }

    @Test
    void aKnownDefectThatIsNoMoreIsTold() throws IOException {
        write("entity.md", Files.readString(folder.resolve("entity.md")).replace("|externalID|", "|externalId|"));
        Outcome outcome = run("");
        assertTrue(
                outcome.tells("  entity.md:1: property externalID: page: no known defect any more,"
                        + " contract: one that IDF-005 tells of"),
                outcome.lines().toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    private Outcome run(String docs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exit = DocumentationCheck.run(
                List.of(docs, OwnContracts.folder("indicators"), folder.toString()),
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                CLOCK,
                specification -> InventedPages.known(specification.name()));
        return new Outcome(exit, bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
