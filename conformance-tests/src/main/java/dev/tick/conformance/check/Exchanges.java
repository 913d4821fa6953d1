package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.RetryAfter;
import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Each exchange takes place once and serves every case that needs it. */
final class Exchanges {
    private static final int TOO_MANY_REQUESTS = 429;

    /** A quota of calls each minute is waited out, one of calls each hour is not. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Sender sender;
    private final Pause pause;
    private final Clock clock;
    private final Map<String, Exchange> known = new LinkedHashMap<>();
    private final IdentityHashMap<Exchange, Place> places = new IdentityHashMap<>();
    private int requests;
    private Optional<QuotaException> quota = Optional.empty();

    /** Where an exchange is in the run: its number, and when its answer came. */
    private record Place(int number, Instant at) {}

    Exchanges(Sender sender, Pause pause, Clock clock) {
        this.sender = sender;
        this.pause = pause;
        this.clock = clock;
    }

    /** How many requests were sent so far. */
    int requests() {
        return requests;
    }

    /** All that took place so far, in their order. */
    List<Exchange> all() {
        return List.copyOf(known.values());
    }

    /** The place of an exchange in that order; the first is 1. */
    int number(Exchange exchange) {
        return place(exchange).number();
    }

    /** When its answer came, by our clock; it may be judged long after, when quotas were waited out. */
    Instant answered(Exchange exchange) {
        return place(exchange).at();
    }

    private Place place(Exchange exchange) {
        return Optional.ofNullable(places.get(exchange))
                .orElseThrow(() -> new IllegalStateException(exchange.line() + " did not take place in this run"));
    }

    /**
     * The exchange of this key; the first time, the request is sent. One that brings no answer is tried once more. A 429 is
     * no refusal of a defect: the request is sent once more when the target says it may be, and the last answer counts.
     *
     * @throws QuotaException when the target does not say when, or says 429 again, now or before: more requests would only
     *     harm its owner
     */
    Exchange take(String key, Supplier<Request> message) {
        Exchange exchange = known.get(key);
        if (exchange == null) {
            Request sent = message.get();
            exchange = send(sent);
            if (exchange.response().isEmpty()) {
                exchange = send(sent);
            }
            known.put(key, exchange);
            places.put(exchange, new Place(known.size(), clock.instant()));
        }
        return exchange;
    }

    private Exchange send(Request message) {
        if (quota.isPresent()) {
            throw quota.get();
        }
        Exchange exchange = sendOnce(message);
        if (exchange.response().filter(Exchanges::isUsedUp).isPresent()) {
            Response refusal = exchange.response().get();
            Duration length = RetryAfter.of(refusal, clock.instant())
                    .filter(asked -> asked.compareTo(LONGEST) <= 0)
                    .orElseThrow(() -> used(
                            refusal,
                            "the kit waits where it is told how long, for " + LONGEST.toSeconds() + " s at most"));
            pause.pause(length, "the target's quota is used up (429)");
            exchange = sendOnce(message);
            if (exchange.response().filter(Exchanges::isUsedUp).isPresent()) {
                throw used(exchange.response().get(), "the kit had waited " + length.toSeconds() + " s as it was told");
            }
        }
        return exchange;
    }

    private Exchange sendOnce(Request message) {
        requests++;
        return sender.send(message);
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
}
