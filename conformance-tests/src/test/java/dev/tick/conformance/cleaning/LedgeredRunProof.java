package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run on a server that is not ours leaves it as it was. */
class LedgeredRunProof {
    @Test
    void leavesTheTargetAsItWasTwice(@TempDir Path folder) {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            for (int round = 0; round < 2; round++) {
                RunResult report = LeftAsItWas.after(target, target.runner(QuickSender::new));
                assertEquals(Verdict.CONFORMANT, report.verdict());
            }
        }
    }
}
