package dev.tick.spec.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowWriterTest {
    @TempDir
    private Path top = Path.of("");

    private OwnContract own = new OwnContract(Path.of(""));

    @BeforeEach
    void copied() throws IOException {
        own = OwnContract.inKit(top);
    }

    @Test
    void writesAWellFormedRowAndItsLineOfTheList() throws IOException {
        WrittenRow row = written(draft(
                "The holder: may be left out, or \"nobody\".", "kind: request, expect: accepted, set: {holder: \"\"}"));
        assertEquals("BDG-040", row.id());
        assertEquals(own.register() + ":307", row.place());
        assertEquals(own.golden() + ": BDG-040 must", row.golden().orElseThrow());
        List<String> lines = Files.readAllLines(own.register());
        assertEquals(
                List.of(
                        "  - id: BDG-040",
                        "    level: must",
                        "    basis: documented",
                        "    subject: server",
                        "    statement: \"The holder: may be left out, or \\\"nobody\\\".\"",
                        "    source: {of: guide, section: Issue}",
                        "    check: {kind: request, expect: accepted, operation: issueBadge, set: {holder: \"\"}}"),
                lines.subList(306, 313));
        List<String> listed = Files.readAllLines(own.golden());
        assertEquals("BDG-040 must", listed.get(listed.size() - 1));
        Requirement read =
                Specification.at(own.folder()).register().requirements().get(39);
        assertEquals("The holder: may be left out, or \"nobody\".", read.statement());
    }

    @Test
    void leavesEveryOtherLineAsItIs() throws IOException {
        String comment = "  # Clients.\n";
        own.with(own.register(), "  - id: BDG-033", "\n" + comment + "  - id: BDG-933")
                .with(own.register(), "BDG-034", "BDG-934")
                .with(own.register(), "BDG-035", "XYZ-035");
        Files.writeString(own.register(), Files.readString(own.register()).replace("\n", "\r\n") + "# The end.\r\n");
        String before = Files.readString(own.register());
        assertEquals(
                "XYZ-036",
                written(with(Optional.of("XYZ"), draft("One.", "kind: success")))
                        .id());
        String after = Files.readString(own.register());
        int at = after.indexOf("  - id: XYZ-036");
        String row = after.substring(at, after.indexOf("  - id: ", at + 1));
        assertEquals(before, after.replace(row, ""));
        assertEquals(7, row.split("\r\n").length);
        assertTrue(after.indexOf("XYZ-035") < at && at < after.indexOf("BDG-036"), after.substring(at - 400, at + 400));
    }

    @Test
    void commentsAboveTheNextRowStayWithIt() throws IOException {
        own.with(own.register(), "  - id: BDG-010\n", "\n  # What is refused.\n  - id: REF-001\n")
                .with(own.register(), "  - id: BDG-011\n", "  - id: REF-002\n");
        for (int i = 12; i <= 39; i++) {
            own.with(own.register(), "BDG-0" + i, "REF-0" + i);
        }
        written(with(Optional.of("BDG"), draft("One.", "kind: success")));
        List<String> lines = new ArrayList<>(Files.readAllLines(own.register()));
        int comment = lines.indexOf("  # What is refused.");
        assertEquals("  - id: REF-001", lines.get(comment + 1));
        assertEquals("    check: {kind: success, operation: issueBadge}", lines.get(comment - 2));
    }

    @Test
    void doesNotGiveTheIdOfARemovedRowAgain() throws IOException {
        Files.writeString(own.golden(), Files.readString(own.golden()) + "BDG-050 must\n");
        assertEquals("BDG-051", written(draft("One.", "kind: success")).id());
    }

    @Test
    void writesNothingWhereTheRowCannotBeUsed() throws IOException {
        String before = Files.readString(own.register());
        for (String[] wrong : new String[][] {
            {"kind: sucess", "check: unknown kind 'sucess' (did you mean 'success'?)"},
            {"kind: success, sett: {a: b}", "check: unknown key 'sett'"},
            {"kind: success\n", "check: has a line break"}
        }) {
            IllegalArgumentException told =
                    assertThrows(IllegalArgumentException.class, () -> written(draft("One.", wrong[0])));
            assertTrue(String.valueOf(told.getMessage()).startsWith(wrong[1]), told::toString);
        }
        assertThrows(IllegalArgumentException.class, () -> draft("One.\nTwo.", "kind: success"));
        assertThrows(IllegalArgumentException.class, () -> written(draft("One.", "kind: [")));
        assertThrows(
                IllegalArgumentException.class,
                () -> written(with(Optional.of("bdg"), draft("One.", "kind: success"))));
        assertEquals(before, Files.readString(own.register()));
    }

    /** A full disk, such as here one that takes no more text beside either file. */
    @Test
    void cutsNeitherFileOffWhereATextCannotBeWritten() throws IOException {
        for (Path file : List.of(own.register(), own.golden())) {
            Path taken = Files.createDirectories(file.resolveSibling("." + file.getFileName() + ".tmp/x"));
            List<String> before = List.of(Files.readString(own.register()), Files.readString(own.golden()));
            InvalidDocumentException wrong =
                    assertThrows(InvalidDocumentException.class, () -> written(draft("One.", "kind: success")));
            assertTrue(wrong.toString().contains(": " + file + ": it cannot be written ("), wrong::toString);
            assertEquals(before, List.of(Files.readString(own.register()), Files.readString(own.golden())));
            Files.delete(taken);
            Files.delete(file.resolveSibling("." + file.getFileName() + ".tmp"));
        }
        written(draft("One.", "kind: success"));
        try (Stream<Path> left = Files.walk(top)) {
            assertEquals(
                    List.of(),
                    left.filter(one -> one.toString().endsWith(".tmp")).toList());
        }
    }

    @Test
    void theKitsOwnAreWrittenInTheirSourcesAlone() {
        assertThrows(IllegalArgumentException.class, () -> RowWriter.of("indicators"));
    }

    private WrittenRow written(RowDraft draft) {
        return RowWriter.of(own.folder().toString()).write(draft);
    }

    private static RowDraft draft(String statement, String check) {
        return new RowDraft(
                Optional.empty(),
                Level.MUST,
                Basis.DOCUMENTED,
                Subject.SERVER,
                statement,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(check),
                Optional.of("issueBadge"),
                Optional.empty());
    }

    private static RowDraft with(Optional<String> prefix, RowDraft draft) {
        return new RowDraft(
                prefix,
                draft.level(),
                draft.basis(),
                draft.subject(),
                draft.statement(),
                draft.source(),
                draft.section(),
                draft.schema(),
                draft.check(),
                draft.operation(),
                draft.excluded());
    }
}
