package dev.tick.conformance.conversation;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The exchanges of a run: each takes place once and serves every case that needs it. */
final class ExchangeCache {
    private final Sender sender;
    private final Clock clock;
    private final Map<String, Exchange> known = new LinkedHashMap<>();
    private final IdentityHashMap<Exchange, Place> places = new IdentityHashMap<>();

    /** The place of an exchange in the run: its number, and when its response came. */
    private record Place(int number, Instant at) {}

    ExchangeCache(Sender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** Returns all that took place so far, in their order. */
    List<Exchange> all() {
        return List.copyOf(known.values());
    }

    /** Returns the place of an exchange in that order; the first is 1. */
    int number(Exchange exchange) {
        return place(exchange).number();
    }

    /** Returns when its answer came, by our clock; it may be judged long after, when quotas were waited out. */
    Instant answeredAt(Exchange exchange) {
        return place(exchange).at();
    }

    private Place place(Exchange exchange) {
        return Optional.ofNullable(places.get(exchange))
                .orElseThrow(() -> new IllegalStateException(exchange.line() + " did not take place in this run"));
    }

    /** Returns the exchange of this key; the first time, the request is sent. */
    Exchange take(String key, Supplier<Request> request) {
        Exchange exchange = known.get(key);
        if (exchange == null) {
            exchange = sender.send(request.get());
            known.put(key, exchange);
            places.put(exchange, new Place(known.size(), clock.instant()));
        }
        return exchange;
    }
}
