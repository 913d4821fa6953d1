package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs of several contracts, one after the other. */
class VerificationsTest {
    @Test
    void keepsTheResultsWhoseSumCannotBeWritten(@TempDir Path directory) {
        ContractChoice choice = ContractChoice.of(
                Map.of("target", "stub", "requirements", "SUB-001,ISU-001", "tick.directory", directory.toString()),
                Map.of(),
                Clock.systemUTC());
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertThrows(
                UncheckedIOException.class,
                () -> Verifications.perform(choice, Clock.systemUTC(), out, ConsoleStyle.PLAIN, run -> {
                    putFolderAt(directory.resolve("summary.txt"));
                    return Progress.SILENT;
                }));
        for (String contract : List.of("indicators", "tiindicators")) {
            assertTrue(Files.exists(directory.resolve(contract).resolve("results.json")), contract);
        }
    }

    private static void putFolderAt(Path place) {
        try {
            Files.deleteIfExists(place);
            Files.createDirectory(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
