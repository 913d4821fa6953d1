package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sends a request a second time where the first response says nothing about it: where none came, and where the target's quota was
 * used up.
 */
public final class RetryingSender implements Sender {
    private static final int TOO_MANY_REQUESTS = 429;

    /** How a gateway says that it has no response of the server, such as one that takes too few requests at a time. */
    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);

    /** A quota of requests per minute is waited out, one per hour is not. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The window of the documented quota, 100 requests a minute: it is renewed after this time, also where an answer does not say so. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Sender sender;
    private final Pause pause;
    private final Clock clock;
    private final Set<Exchange> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
    private int requests;
    private int pauses;
    private boolean crowded;
    private Duration quickest = Duration.ofDays(1);
    private Optional<QuotaException> quota = Optional.empty();

    /**
     * Creates a sender on top of another one.
     *
     * @param pause waits when the target asks for it
     */
    public RetryingSender(Sender sender, Pause pause, Clock clock) {
        this.sender = sender;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Requires that the target's quota is not used up.
     *
     * @throws QuotaException when it is
     */
    public void requireQuota() {
        if (quota.isPresent()) {
            throw quota.get();
        }
    }

    /** Returns how many requests were sent so far, repeated ones included. */
    public int requests() {
        return requests;
    }

    /**
     * Sends a request, and once more when no answer came. A 429 is no refusal of a defect: the request is sent once more when the
     * target says it may be, or after the documented window where it does not say, and the last answer counts.
     *
     * @throws QuotaException when the target asks for a long wait, or says 429 again, now or before: more requests would only
     *     harm its owner
     */
    @Override
    public Exchange send(Request request) {
        Exchange exchange = sendWithinQuota(request);
        return exchange.response().isEmpty() ? sendAgain(request) : exchange;
    }

    /** Returns whether an exchange is the second attempt at a request; the target may have performed the first one, and not said so. */
    public boolean isRepeated(Exchange exchange) {
        return repeated.contains(exchange);
    }

    private Exchange sendAgain(Request request) {
        Exchange exchange = sendWithinQuota(request);
        repeated.add(exchange);
        return exchange;
    }

    /**
     * Sends requests together, and waits until all are answered. One whose response says nothing is sent once more by itself, when its
     * exchange is asked for; from then on the target is crowded.
     *
     * @return the exchanges, in the order of the requests; each throws what {@link #send} does, and is to be asked for once
     */
    List<Supplier<Exchange>> together(List<Request> several) {
        if (several.size() == 1 || quota.isPresent()) {
            return several.stream()
                    .map(one -> (Supplier<Exchange>) () -> send(one))
                    .toList();
        }
        List<Supplier<Exchange>> flights = several.stream().map(sender::start).toList();
        requests += flights.size();
        List<Supplier<Exchange>> arrived = flights.stream().map(this::arrived).toList();
        int before = pauses;
        return IntStream.range(0, arrived.size())
                .mapToObj(i -> (Supplier<Exchange>)
                        () -> settled(several.get(i), arrived.get(i).get(), before))
                .toList();
    }

    /** Returns whether requests in flight together met a response that says nothing, so that the next ones go one by one. */
    boolean isCrowded() {
        return crowded;
    }

    /** Returns how long the target took for its quickest response to a request that was sent by itself; a day before there is one. */
    Duration quickest() {
        return quickest;
    }

    /** Waits for an exchange, and keeps it or what is thrown instead. */
    private Supplier<Exchange> arrived(Supplier<Exchange> flight) {
        try {
            Exchange exchange = flight.get();
            crowded |= saysNothing(exchange);
            return () -> exchange;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        } catch (OutOfMemoryError e) {
            return () -> {
                throw e;
            };
        }
    }

    private static boolean saysNothing(Exchange exchange) {
        return exchange.response()
                .filter(response -> !isUsedUp(response) && !GATEWAY.contains(response.status()))
                .isEmpty();
    }

    private Exchange settled(Request request, Exchange first, int pausesBefore) {
        if (!saysNothing(first)) {
            return first;
        }
        boolean waitedSince = pauses > pausesBefore;
        return first.response().filter(RetryingSender::isUsedUp).isPresent() && !waitedSince
                ? afterItsWait(request, first.response().get())
                : sendAgain(request);
    }

    private Exchange sendWithinQuota(Request request) {
        requireQuota();
        Exchange exchange = sendOnce(request);
        return exchange.response().filter(RetryingSender::isUsedUp).isPresent()
                ? afterItsWait(request, exchange.response().get())
                : exchange;
    }

    private Exchange afterItsWait(Request request, Response refusal) {
        Optional<Duration> asked = RetryAfter.of(refusal, clock.instant());
        Duration length = asked.orElse(WINDOW);
        if (length.compareTo(LONGEST) > 0) {
            throw used(refusal, "the kit waits " + LONGEST.toSeconds() + " s at most");
        }
        pauses++;
        pause.pause(
                length,
                "the target's quota is used up (429"
                        + (asked.isPresent() ? ")" : " without Retry-After; the documented window is waited out)"));
        Exchange exchange = sendOnce(request);
        if (exchange.response().filter(RetryingSender::isUsedUp).isPresent()) {
            throw used(
                    exchange.response().get(),
                    "the kit had waited " + length.toSeconds() + " s, "
                            + (asked.isPresent() ? "as it was told" : "the window of the documented quota"));
        }
        return exchange;
    }

    private Exchange sendOnce(Request request) {
        Instant began = clock.instant();
        Exchange exchange = sender.send(request);
        requests++;
        if (exchange.response().isPresent()) {
            Duration took = Duration.between(began, clock.instant());
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return exchange;
    }

    private static boolean isUsedUp(Response response) {
        return response.status() == TOO_MANY_REQUESTS;
    }

    private QuotaException used(Response response, String tried) {
        QuotaException used =
                new QuotaException("after " + requests + " requests the target answered 429 (Retry-After: "
                        + response.header("Retry-After").orElse("absent") + "), and " + tried
                        + "; wait until its quota is renewed, or raise it");
        quota = Optional.of(used);
        return used;
    }

    @Override
    public void close() {
        sender.close();
    }
}
