package dev.tick.stub.hostile;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of bad requests: each gets an answer that says what is wrong, and none harms the stub. */
class HostileRequestsTest {
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everyOneIsAnsweredAndRecorded() throws IOException {
        HostileRun.of(5_000);
    }
}
