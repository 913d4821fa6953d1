package dev.tick.stub.hostile;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Twenty times {@link HostileRequestsTest}; runs in the profile "proof". */
class HostileRequestsProof {
    @Test
    void everyOneOfAHundredThousandIsAnsweredAndRecorded() throws IOException {
        HostileRun.of(100_000);
    }
}
