package dev.tick.stub.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thousands of connections on which nothing comes; runs in the profile "proof", since it needs as many open files twice. */
class IdleConnectionsProof {
    private static final int CONNECTIONS = 5_000;

    @Test
    void aSubmitBesideFiveThousandIdleConnectionsTakesLessThanASecond() throws IOException {
        assertTrue(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        && system.getMaxFileDescriptorCount() > 2 * CONNECTIONS + 500,
                "5,000 connections, both ends here, need some 10,500 open files: ulimit -n");
        List<RawConnection> idle = new ArrayList<>();
        try (StubServer stub = StubServer.start(StubConfig.of())) {
            HostileKind.Given given = new HostileKind.Given(
                    stub.token(stub.application(), TokenVariant.SOUND),
                    "",
                    "{\"indicatorValue\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\","
                            + "\"title\":\"test\",\"description\":\"test\"}");
            int port = stub.baseUrl().getPort();
            submit(port, given);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            for (int i = 0; i < CONNECTIONS; i++) {
                idle.add(new RawConnection(port));
            }
            // Half of them have begun a request, and say no more.
            for (int i = 0; i < CONNECTIONS; i += 2) {
                idle.get(i).send("POST /api/indicators HT".getBytes(StandardCharsets.US_ASCII));
            }
            long before = System.nanoTime();
            submit(port, given);
            Duration taken = Duration.ofNanos(System.nanoTime() - before);
            assertTrue(
                    taken.compareTo(Duration.ofSeconds(1)) < 0,
                    () -> taken + " beside " + idle.size() + " idle connections");
            int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
            assertTrue(more <= 25, () -> more + " threads more for " + idle.size() + " idle connections");
        } finally {
            for (RawConnection one : idle) {
                one.close();
            }
        }
    }

    private static void submit(int port, HostileKind.Given given) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    200, connection.send(HostileKinds.post(given, body)).read().status());
        }
    }
}
