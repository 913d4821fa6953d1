package dev.tick.conformance.conversation;

import dev.tick.conformance.exchange.Lanes;
import dev.tick.conformance.exchange.Reach;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The exchanges of a run: each takes place once and serves every case that needs it. */
final class ExchangeCache {
    private final Lanes lanes;
    private final Function<Request, Reach> reach;
    private final Supplier<Request> probe;
    private final Reachability reachability = new Reachability();
    private final Map<String, Exchange> known = new LinkedHashMap<>();
    private final IdentityHashMap<Exchange, Integer> numbers = new IdentityHashMap<>();
    private final UntilNext<List<Exchange>> all = new UntilNext<>();

    /**
     * Creates a cache without exchanges.
     *
     * @param reach returns what a request looks at
     * @param probe makes a fresh sound request, by which a target that is gone is told from one that refuses to answer
     */
    ExchangeCache(Lanes lanes, Function<Request, Reach> reach, Supplier<Request> probe) {
        this.lanes = lanes;
        this.reach = reach;
        this.probe = probe;
    }

    /** Returns all that took place so far, in their order. */
    List<Exchange> all() {
        return all.answer(known.size(), () -> List.copyOf(known.values()));
    }

    /** Returns how many took place so far. */
    int size() {
        return known.size();
    }

    /** Returns the place of an exchange in that order; the first is 1. */
    int number(Exchange exchange) {
        return Optional.ofNullable(numbers.get(exchange))
                .orElseThrow(() -> new IllegalStateException(exchange.line() + " did not take place in this run"));
    }

    /**
     * Returns the exchange of this key; the first time, the request is sent.
     *
     * @throws dev.tick.conformance.exchange.StoppedException when the target is gone, or time is over
     */
    Exchange take(String key, Supplier<Request> request) {
        lanes.claim(key, () -> known.containsKey(key));
        Exchange exchange = known.get(key);
        if (exchange == null) {
            exchange = send(key, request.get());
            reachability.after(exchange, () -> send("probe after " + key, probe.get()));
        }
        return exchange;
    }

    private Exchange send(String key, Request request) {
        Exchange exchange = lanes.send(request, reach.apply(request));
        known.put(key, exchange);
        numbers.put(exchange, known.size());
        return exchange;
    }
}
