package dev.tick.conformance.cleaning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs leave that are killed at fifty moments. */
class KilledRunProof {
    private static final int MOMENTS = 50;

    /** Lines of a ledger that every run reaches. */
    private static final int LINES = 300;

    @TempDir
    private Path folder;

    @Test
    void leavesNothingForLongWhenKilledAtAnyMoment() throws IOException, InterruptedException {
        Random random = new Random(19);
        try (ForeignTarget target = new ForeignTarget(folder.resolve("unused"))) {
            for (int i = 0; i < MOMENTS; i++) {
                new KilledRuns(target, folder.resolve("ledgers" + i), folder.resolve("results"))
                        .killAndClean(1 + random.nextInt(LINES));
            }
        }
    }
}
