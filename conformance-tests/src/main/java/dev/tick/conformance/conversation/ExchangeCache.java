package dev.tick.conformance.conversation;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The exchanges of a run: each takes place once and serves every case that needs it. */
final class ExchangeCache {
    private final Sender sender;
    private final Supplier<Request> probe;
    private final Reachability reachability = new Reachability();
    private final Map<String, Exchange> known = new LinkedHashMap<>();
    private final IdentityHashMap<Exchange, Integer> numbers = new IdentityHashMap<>();

    /**
     * Creates a cache without exchanges.
     *
     * @param probe makes a fresh sound request, by which a target that is gone is told from one that refuses to answer
     */
    ExchangeCache(Sender sender, Supplier<Request> probe) {
        this.sender = sender;
        this.probe = probe;
    }

    /** Returns all that took place so far, in their order. */
    List<Exchange> all() {
        return List.copyOf(known.values());
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
        Exchange exchange = known.get(key);
        if (exchange == null) {
            exchange = send(key, request.get());
            reachability.after(exchange, () -> send("probe after " + key, probe.get()));
        }
        return exchange;
    }

    private Exchange send(String key, Request request) {
        Exchange exchange = sender.send(request);
        known.put(key, exchange);
        numbers.put(exchange, known.size());
        return exchange;
    }
}
