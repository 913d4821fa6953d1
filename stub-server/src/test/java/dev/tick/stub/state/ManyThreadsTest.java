package dev.tick.stub.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.contract.Contract;
import dev.tick.stub.TestClock;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.quota.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Limits that hold exactly, however many threads come to them at once. */
class ManyThreadsTest {
    private static final int THREADS = 16;
    private static final int EACH = 500;
    private static final int LIMIT = THREADS * EACH / 2;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

    @Test
    void takeNoMoreThanAQuotaHas() throws Exception {
        InMemoryQuotas quotas = new InMemoryQuotas(List.of(new Quota(LIMIT, Duration.ofHours(1))), Map.of(), clock);
        assertEquals(
                LIMIT, taken(number -> quotas.take("one", "submit").exhausted().isEmpty()));
    }

    @Test
    void fillNoMoreThanTheCapacity() throws Exception {
        EntityMapping mapping = new EntityMapping(Contract.load("indicators"));
        InMemoryEntities entities = new InMemoryEntities(clock, LIMIT);
        assertEquals(
                LIMIT,
                taken(number -> entities.submit(
                                mapping,
                                Caller.application("one"),
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("indicatorValue", "value " + number)
                                        .put("indicatorType", "DomainName")
                                        .put("action", "Alert"))
                        instanceof OperationResult.Entity));
        assertEquals(LIMIT, entities.size());
    }

    /** Returns how many of all attempts were let through. */
    private static int taken(IntPredicate attempt) throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int first = i * EACH;
            Thread thread = new Thread(() -> {
                start.countDown();
                try {
                    start.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                for (int j = 0; j < EACH; j++) {
                    if (attempt.test(first + j)) {
                        taken.incrementAndGet();
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return taken.get();
    }
}
