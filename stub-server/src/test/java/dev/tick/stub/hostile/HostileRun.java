package dev.tick.stub.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.hostile.HostileKind.Manner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends bad requests of every kind to one stub, and looks at each answer, at the journal, and at what the stub takes. */
final class HostileRun {
    private static final long SEED = 18;
    private static final int BATCH = 20;

    /** The web server has 25 threads at most; its own and the JDK's few others are there from the beginning. */
    private static final int MORE_THREADS = 25;

    /** The journal may fill up, to some 32 MB, and the collector is not exact. */
    private static final long MORE_BYTES = 96L * 1024 * 1024;

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final String BODY = "{\"indicatorValue\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\","
            + "\"action\":\"Alert\",\"title\":\"test\",\"description\":\"test\"}";

    private final Random random = new Random(SEED);
    private final StubServer stub;
    private final HostileKind.Given given;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Map<Integer, Integer>> seen = new TreeMap<>();
    private RawConnection kept;
    private long least;
    private long most;
    private int number;

    private HostileRun(StubServer stub) throws IOException {
        this.stub = stub;
        given = new HostileKind.Given(
                stub.token(stub.application(), TokenVariant.SOUND),
                stub.tokenEndpoint().getPath(),
                BODY);
        kept = open();
    }

    /** Sends so many requests, and some more. */
    static void of(int requests) throws IOException {
        try (StubServer stub = StubServer.start(StubConfig.of())) {
            HostileRun run = new HostileRun(stub);
            run.one();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long bytes = heap();
            while (run.number < requests) {
                run.one();
            }
            run.kept.close();
            assertEquals(List.of(), run.complaints, () -> "of " + run.number + " requests: " + run.seen);
            assertTrue(run.number >= requests, () -> "only " + run.number);
            run.assertAllAreInTheJournal();
            int moreThreads = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
            assertTrue(moreThreads <= MORE_THREADS, () -> moreThreads + " threads more");
            long moreBytes = heap() - bytes;
            assertTrue(moreBytes <= MORE_BYTES, () -> moreBytes + " bytes more");
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Sends some requests of each kind, and a sound one after each kind. */
    private void one() throws IOException {
        for (HostileKind kind : HostileKinds.all()) {
            // The last one may be idle for too long, on a busy machine.
            kept.close();
            kept = open();
            for (int i = 0; i < Math.max(1, kind.weight() * BATCH / 20); i++) {
                number++;
                byte[] request = kind.maker().make(random, given);
                try {
                    send(kind, request);
                } catch (IOException | RuntimeException e) {
                    complain(kind, request, e.toString());
                    kept.close();
                    kept = open();
                }
            }
            submit(kind);
        }
    }

    private void send(HostileKind kind, byte[] request) throws IOException {
        most++;
        if (kind.manner() == Manner.KEPT) {
            least++;
            RawConnection.Answer answer = kept.send(request).read();
            look(kind, request, answer);
            if (answer.closes()) {
                kept.close();
                kept = open();
            }
            return;
        }
        try (RawConnection connection = open()) {
            connection.trySend(request);
            switch (kind.manner()) {
                case KEPT, CLOSED -> {
                    least++;
                    RawConnection.Answer answer = connection.read();
                    look(kind, request, answer);
                    if (!answer.closes()) {
                        complain(kind, request, "the connection is kept");
                    }
                }
                case ENDED -> {
                    List<RawConnection.Answer> answers = connection.endSending().readAll();
                    least += answers.size();
                    most += Math.max(0, answers.size() - 1);
                    for (RawConnection.Answer answer : answers) {
                        look(kind, request, answer);
                    }
                    if (kind.name().startsWith("several")) {
                        assertEquals(3, answers.size());
                        assertTrue(answers.get(0).body().contains("/first"), "in order");
                        assertTrue(answers.get(1).body().contains("/second"), "in order");
                        assertTrue(answers.get(2).body().contains("/third"), "in order");
                    } else if (answers.isEmpty()) {
                        complain(kind, request, "no answer");
                    }
                }
                case ABORTED -> connection.reset();
            }
        }
    }

    private void look(HostileKind kind, byte[] request, RawConnection.Answer answer) {
        seen.computeIfAbsent(kind.name(), name -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
        if (!kind.statuses().contains(answer.status())) {
            complain(kind, request, "status " + answer.status() + " " + answer.body());
        } else if (answer.status() == 405) {
            if (!answer.body().isEmpty()) {
                complain(kind, request, "405 has a body: " + answer.body());
            }
        } else if (answer.status() >= 400 && !isEnvelope(answer)) {
            complain(kind, request, "no envelope: " + answer);
        }
    }

    /** Either the service's envelope or, from the token endpoint, that of OAuth. */
    private static boolean isEnvelope(RawConnection.Answer answer) {
        try {
            JsonNode body = JsonMapper.shared().readTree(answer.body());
            boolean service = !body.at("/error/code").asString("").isEmpty()
                    && !body.at("/error/message").asString("").isEmpty()
                    && !body.at("/error/target").asString("").isEmpty();
            boolean authority = body.at("/error").isString()
                    && !body.at("/error_description").asString("").isEmpty();
            return (service || authority)
                    && answer.headers().getOrDefault("content-type", "").startsWith("application/json;")
                    && answer.headers().containsKey("date");
        } catch (JacksonException e) {
            return false;
        }
    }

    private void submit(HostileKind after) throws IOException {
        least++;
        most++;
        byte[] request = HostileKinds.post(given, BODY.getBytes(StandardCharsets.UTF_8));
        RawConnection.Answer answer = kept.send(request).read();
        if (answer.status() != 200 || !answer.body().contains("\"indicatorValue\":\"192.0.2.1\"")) {
            complain(after, request, "a sound submit after it got " + answer);
        }
    }

    private void complain(HostileKind kind, byte[] request, String what) {
        if (complaints.size() < 40) {
            String shown = new String(request, StandardCharsets.ISO_8859_1);
            complaints.add("\n" + kind.name() + ": " + what.substring(0, Math.min(what.length(), 400)) + "\n    of "
                    + JsonMapper.shared().writeValueAsString(shown.substring(0, Math.min(300, shown.length()))));
        }
    }

    private void assertAllAreInTheJournal() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long latest = latest();
        while (latest < least && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            latest = latest();
        }
        assertTrue(latest >= least && latest <= most, latest + " of " + least + " to " + most);
    }

    private long latest() throws IOException {
        try (RawConnection admin = open()) {
            return JsonMapper.shared()
                    .readTree(admin.send(HostileKinds.request("GET", "/tick/status", new byte[0]))
                            .read()
                            .body())
                    .at("/journal/latest")
                    .asLong();
        }
    }

    private RawConnection open() throws IOException {
        return new RawConnection(stub.baseUrl().getPort());
    }
}
