package dev.tick.doccheck.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.OwnContracts;
import dev.tick.doccheck.known.KnownPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int exit, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }
    }

    @Test
    void exitsWith0OnAPageWithKnownDefectsAlone() throws IOException {
        write("submit.md", page("submit.md"));
        Outcome outcome = run("submit.md");
        assertEquals(0, outcome.exit());
        assertEquals(
                "submit.md (Push an indicator, 11/24/2026): submitIndicator",
                outcome.lines().get(0));
        assertEquals(
                "  known: submit.md:19: permission Ti.ReadWrite: page: not listed, contract: listed (TOK-024: The role is"
                        + " printed with an underscore here and with a dot on every other page.)",
                outcome.lines().get(1));
        assertEquals(
                "contract tiindicators, edition 2018-10: compared 1, drifts 0, known defects 4, skipped 0, unreadable 0",
                outcome.last());
    }

    @Test
    void exitsWith1OnADrift() throws IOException {
        write("submit.md", page("submit.md").replace("A name for people.", "A name for people. **Required**"));
        Outcome outcome = run("submit.md");
        assertEquals(1, outcome.exit());
        assertEquals(
                "  submit.md:49: property title, required: page: yes, contract: no",
                outcome.lines().get(1));
        assertTrue(
                outcome.lines()
                        .get(2)
                        .matches("      src/test/resources/own/tiindicators/openapi.yaml:[0-9]+"
                                + " /components/schemas/IndicatorSubmission/required \\([A-Z]{3}-[0-9]{3}\\):"
                                + " correct the contract and its rows"),
                outcome.lines().get(2));
    }

    @Test
    void readsEveryPageBelowAFolderAndTellsWhatItSkipped() throws IOException {
        write("b/submit.md", page("submit.md"));
        write("a/readme.md", "# Nothing of the kind\n");
        write("a/other.md", "## HTTP request\n```\nGET https://api.example/api/alerts\n```\n");
        write("a/notes.txt", "POST");
        Outcome outcome = run(".");
        assertEquals(0, outcome.exit());
        assertEquals(
                "a/other.md: skipped, line 3 has GET https://api.example/api/alerts",
                outcome.lines().get(0));
        assertEquals(
                "a/readme.md: skipped, it has no request line", outcome.lines().get(1));
        assertEquals(
                "b/submit.md (Push an indicator, 11/24/2026): submitIndicator",
                outcome.lines().get(2));
        assertEquals(
                "contract tiindicators, edition 2018-10: compared 1, drifts 0, known defects 4, skipped 2, unreadable 0",
                outcome.last());
    }

    @Test
    void exitsWith2WhereNoPageIsOfTheContract() throws IOException {
        write("readme.md", "# Nothing of the kind\n");
        Outcome outcome = run("readme.md");
        assertEquals(2, outcome.exit());
        assertEquals(
                "no page documents an operation of the contract tiindicators, so nothing was checked", outcome.last());
    }

    @Test
    void namesTheContractThatThePagesDocument() throws IOException {
        write("submit.md", page("today/submit.md"));
        Outcome outcome = run("submit.md");
        assertEquals(2, outcome.exit());
        assertEquals(
                "no page documents an operation of the contract tiindicators, so nothing was checked;"
                        + " they document indicators: add -Dcontract=indicators",
                outcome.last());
        assertEquals(0, run("submit.md", OwnContracts.folder("indicators")).exit());
    }

    @Test
    void exitsWith2OnWhatCannotBeRead() throws IOException {
        write("submit.md", page("submit.md"));
        write("empty.md", " \n");
        Files.write(folder.resolve("latin.md"), new byte[] {'a', (byte) 0xE9, 'b'});
        write("long.md", "x".repeat((1 << 20) + 1));
        Outcome outcome = run("");
        assertEquals(2, outcome.exit());
        assertEquals(
                List.of(
                        "empty.md: unreadable, it is empty",
                        "latin.md: unreadable, it is not UTF-8; save it as that",
                        "long.md: unreadable, it has more than 1048576 bytes; no page of the vendor's has"),
                outcome.lines().subList(0, 3));
        assertEquals(
                "contract tiindicators, edition 2018-10: compared 1, drifts 0, known defects 4, skipped 0, unreadable 3",
                outcome.last());
    }

    @Test
    void readsAPageWithAByteOrderMark() throws IOException {
        write("submit.md", "\uFEFF" + page("submit.md"));
        assertEquals(
                "submit.md (Push an indicator, 11/24/2026): submitIndicator",
                run("submit.md").lines().get(0));
    }

    @Test
    void exitsWith2WithoutAFileAndWithoutAContract() throws IOException {
        assertEquals(
                new Outcome(
                        2,
                        List.of("docs: " + folder.resolve("none.md")
                                + " is neither a file nor a folder; give -Ddocs=<file or folder>")),
                run("none.md"));
        Files.createDirectory(folder.resolve("void"));
        assertEquals(
                new Outcome(2, List.of("docs: " + folder.resolve("void") + " holds no file that ends in .md")),
                run("void"));
        assertEquals(
                new Outcome(
                        2,
                        List.of(
                                "contract: 'tiindicator' is unknown (did you mean 'tiindicators'?);"
                                        + " use one of tiindicators, indicators, or the path of a folder that holds openapi.yaml")),
                run("void", "tiindicator"));
        assertEquals(2, check(List.of()).exit());
    }

    private Outcome run(String docs) {
        return run(docs, OwnContracts.folder("tiindicators"));
    }

    private Outcome run(String docs, String contract) {
        return check(List.of(docs, contract, folder.toString()));
    }

    private static Outcome check(List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exit = DocumentationCheck.run(
                arguments,
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                CLOCK,
                specification -> KnownPages.none());
        return new Outcome(exit, bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    private static String page(String name) throws IOException {
        try (InputStream in = DocumentationCheckTest.class.getResourceAsStream("/pages/" + name)) {
            assertTrue(in != null, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
