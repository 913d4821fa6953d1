package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's word about the archive is held against the JVM's. */
class StartArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void namesAnArchiveThatIsMapped() throws IOException {
        assertEquals(
                "/a b/tick-stub-1.jsa (mapped)", archive("/a b/tick-stub-1.jsa").sentence());
    }

    @Test
    void saysThatTheJvmRefusedOneThatIsNotMapped() throws IOException {
        assertEquals(
                "none: the JVM refused /b/tick-stub-1.jsa; it was made with other flags, or by another java or jar",
                archive("/b/tick-stub-1.jsa").sentence());
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        assertEquals(
                "none: TICK_ARCHIVE is off",
                archive("none: TICK_ARCHIVE is off").sentence());
        assertEquals("none: started without the launcher tick-stub", archive("").sentence());
    }

    @Test
    void doesNotClaimWhatTheSystemDoesNotTell() {
        assertEquals(
                "/a/tick-stub-1.jsa (this system does not tell whether it is mapped)",
                new StartArchive("/a/tick-stub-1.jsa", folder.resolve("none")).sentence());
    }

    private StartArchive archive(String told) throws IOException {
        return new StartArchive(told, Files.writeString(folder.resolve("maps"), """
                        7f0000000000-7f0000001000 r--p 00000000 08:01 11 /a/b/tick-stub-1.jsa
                        7f0000001000-7f0000002000 r--p 00000000 08:01 12 /a b/tick-stub-1.jsa
                        """));
    }
}
