package dev.tick.conformance;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Sends requests that are started together after random delays, so that they arrive and are answered in any order. */
final class ScramblingSender implements Sender {
    private static final int LONGEST_MILLIS = 5;

    private final QuickSender sender;
    private final Random random;
    private final BiFunction<Request, Integer, Exchange> target;
    private final AtomicInteger inFlight = new AtomicInteger();
    private int most;

    /** Sends to a target with the delays of a seed. */
    ScramblingSender(URI baseUrl, long seed) {
        this(baseUrl, seed, (exchange, together) -> exchange);
    }

    /**
     * Sends to a target that answers otherwise in company.
     *
     * @param after returns what comes back, by the exchange and the number of requests in flight with it
     */
    ScramblingSender(URI baseUrl, long seed, BiFunction<Exchange, Integer, Exchange> after) {
        sender = new QuickSender(baseUrl);
        random = new Random(seed);
        target = (request, together) -> after.apply(sender.send(request), together);
    }

    /** Returns how many requests were in flight together at most. */
    int most() {
        return most;
    }

    @Override
    public Exchange send(Request request) {
        return start(request).get();
    }

    @Override
    public Supplier<Exchange> start(Request request) {
        int together = inFlight.incrementAndGet();
        most = Math.max(most, together);
        CompletableFuture<Exchange> exchange = CompletableFuture.supplyAsync(
                () -> target.apply(request, together),
                CompletableFuture.delayedExecutor(random.nextInt(LONGEST_MILLIS * 1000), TimeUnit.MICROSECONDS));
        return () -> {
            try {
                return exchange.join();
            } finally {
                inFlight.decrementAndGet();
            }
        };
    }

    @Override
    public void close() {
        sender.close();
    }
}
