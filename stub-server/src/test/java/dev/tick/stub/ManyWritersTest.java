package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.quota.Quota;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixty-four clients that write at once: nothing is lost, nothing comes twice, and every limit holds exactly. */
class ManyWritersTest {
    private static final int WRITERS = 64;
    private static final int EACH = 8;
    private static final String PATH = "/api/indicators";

    @Test
    void loseNothingAndDuplicateNothing() throws Exception {
        try (StubServer stub = StubServer.start(config().build())) {
            List<HttpResponse<String>> answers = write(stub, ManyWritersTest::address);
            Set<String> ids = answers.stream()
                    .map(answer -> Caller.json(answer).path("id").asString(""))
                    .collect(Collectors.toSet());
            assertEquals(List.of(200), statuses(answers));
            assertEquals(WRITERS * EACH, ids.size());
            assertEquals(WRITERS * EACH, count(stub));
            assertEquals(
                    IntStream.rangeClosed(1, WRITERS * EACH).boxed().toList(),
                    stub.journal().stream()
                            .limit(WRITERS * EACH)
                            .map(entry -> Math.toIntExact(entry.number()))
                            .toList());
        }
    }

    @Test
    void makeOneEntityOfOneValue() throws Exception {
        try (StubServer stub = StubServer.start(config().build())) {
            List<HttpResponse<String>> answers = write(stub, any -> address(1));
            assertEquals(
                    List.of("1"),
                    answers.stream()
                            .map(answer -> Caller.json(answer).path("id").asString(""))
                            .distinct()
                            .toList());
            assertEquals(1, count(stub));
        }
    }

    @Test
    void fillTheCapacityExactly() throws Exception {
        try (StubServer stub = StubServer.start(config().capacity(100).build())) {
            List<HttpResponse<String>> answers = write(stub, ManyWritersTest::address);
            assertEquals(100, served(answers));
            assertEquals(100, count(stub));
        }
    }

    @Test
    void useUpAQuotaExactly() throws Exception {
        TestClock clock = new TestClock("2026-01-01T10:00:00Z");
        Quota quota = new Quota(100, Duration.ofMinutes(1));
        try (StubServer stub =
                StubServer.start(config().quotas(quota).clock(clock).build())) {
            assertEquals(100, served(write(stub, ManyWritersTest::address)));
            clock.move(Duration.ofHours(-1));
            HttpResponse<String> refused = new Caller(stub).send("GET", PATH, "");
            assertEquals(429, refused.statusCode());
            long wait = refused.headers().firstValueAsLong("Retry-After").orElseThrow();
            assertTrue(wait <= quota.window().toSeconds(), () -> "told to wait " + wait + " seconds");
            clock.move(Duration.ofSeconds(wait));
            assertEquals(100, served(write(stub, ManyWritersTest::address)));
        }
    }

    private static StubConfig.Builder config() {
        return StubConfig.builder("indicators").clock(Clock.systemUTC());
    }

    private static List<HttpResponse<String>> write(StubServer stub, IntFunction<String> value) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch start = new CountDownLatch(WRITERS);
        Caller caller = new Caller(stub);
        String token = "Bearer " + stub.token(stub.application(), TokenVariant.SOUND);
        List<Future<List<HttpResponse<String>>>> writers = new ArrayList<>();
        try {
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * EACH;
                writers.add(threads.submit((Callable<List<HttpResponse<String>>>) () -> {
                    start.countDown();
                    start.await();
                    List<HttpResponse<String>> answers = new ArrayList<>();
                    for (int i = 0; i < EACH; i++) {
                        answers.add(caller.send(
                                caller.request("POST", PATH, EditionsTest.submission(value.apply(first + i)))
                                        .header("Authorization", token)
                                        .header("Content-Type", "application/json")));
                    }
                    return answers;
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<List<HttpResponse<String>>> writer : writers) {
                answers.addAll(writer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String address(int number) {
        return "198.51." + number / 256 + "." + number % 256;
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).distinct().toList();
    }

    private static long served(List<HttpResponse<String>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == 200).count();
    }

    private static int count(StubServer stub) throws Exception {
        return Integer.parseInt(
                new Caller(stub).send("GET", PATH + "/$count", "").body());
    }
}
