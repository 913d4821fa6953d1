package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.conformance.exchange.Sender;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Each exchange takes place once and serves every case that needs it. */
final class Exchanges {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Sender sender;
    private final Map<String, Exchange> known = new LinkedHashMap<>();
    private final IdentityHashMap<Exchange, Integer> numbers = new IdentityHashMap<>();
    private int requests;
    private Optional<QuotaException> quota = Optional.empty();

    Exchanges(Sender sender) {
        this.sender = sender;
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
        return Optional.ofNullable(numbers.get(exchange))
                .orElseThrow(() -> new IllegalStateException(exchange.line() + " did not take place in this run"));
    }

    /**
     * The exchange of this key; the first time, the request is sent. One that brings no answer is tried once more.
     *
     * @throws QuotaException when the target answers 429, now or before: that is no refusal of a defect, and more requests
     *     would only harm the target's owner
     */
    Exchange take(String key, Supplier<Message> message) {
        Exchange exchange = known.get(key);
        if (exchange == null) {
            Message sent = message.get();
            exchange = send(sent);
            if (exchange.response().isEmpty()) {
                exchange = send(sent);
            }
            known.put(key, exchange);
            numbers.put(exchange, known.size());
        }
        return exchange;
    }

    private Exchange send(Message message) {
        if (quota.isEmpty()) {
            requests++;
            Exchange exchange = sender.send(message);
            quota = exchange.response()
                    .filter(response -> response.status() == TOO_MANY_REQUESTS)
                    .map(this::used);
            if (quota.isEmpty()) {
                return exchange;
            }
        }
        throw quota.get();
    }

    private QuotaException used(Response response) {
        return new QuotaException("after " + requests + " requests the target answered 429 (Retry-After: "
                + response.header("Retry-After").orElse("absent") + "); wait until its quota is renewed, or raise it");
    }
}
