package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run leaves that is ended under way is removed: by itself after Ctrl-C, by {@code tick clean} after a kill. */
class KilledRunTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 170})
    void leavesNothingForLongWhenKilled(int lines) throws IOException, InterruptedException {
        try (ForeignTarget target = new ForeignTarget(folder.resolve("unused"))) {
            boolean left =
                    new KilledRuns(target, folder.resolve("ledgers"), folder.resolve("results")).killAndClean(lines);
            assertTrue(left || lines == 2, "killed while nothing of the run was there");
        }
    }

    @Test
    void cleansUpByItselfWhenInterrupted() throws IOException, InterruptedException {
        try (ForeignTarget target = new ForeignTarget(folder.resolve("unused"))) {
            new KilledRuns(target, folder.resolve("ledgers"), folder.resolve("results")).interrupt(60);
        }
    }

    /** A run is in a second process, which nobody else would end. */
    @Test
    void cleansUpByItselfWhenWhatStartedItIsKilled() throws IOException, InterruptedException {
        try (ForeignTarget target = new ForeignTarget(folder.resolve("unused"))) {
            assertEquals(
                    "interrupted",
                    new KilledRuns(target, folder.resolve("ledgers"), folder.resolve("results")).killStarter(60));
        }
    }
}
