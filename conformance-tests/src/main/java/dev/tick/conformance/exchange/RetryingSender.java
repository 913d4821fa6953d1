package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a request a second time where the first response says nothing about it: where none came, and where the target's quota was
 * used up.
 */
public final class RetryingSender implements Sender {
    private static final int TOO_MANY_REQUESTS = 429;

    /** A quota of requests per minute is waited out, one per hour is not. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The window of the documented quota, 100 requests a minute: it is renewed after this time, also where an answer does not say so. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Sender sender;
    private final Pause pause;
    private final Clock clock;
    private int requests;
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
        return exchange.response().isEmpty() ? sendWithinQuota(request) : exchange;
    }

    private Exchange sendWithinQuota(Request request) {
        if (quota.isPresent()) {
            throw quota.get();
        }
        Exchange exchange = sendOnce(request);
        if (exchange.response().filter(RetryingSender::isUsedUp).isPresent()) {
            Response refusal = exchange.response().get();
            Optional<Duration> asked = RetryAfter.of(refusal, clock.instant());
            Duration length = asked.orElse(WINDOW);
            if (length.compareTo(LONGEST) > 0) {
                throw used(refusal, "the kit waits " + LONGEST.toSeconds() + " s at most");
            }
            pause.pause(
                    length,
                    "the target's quota is used up (429"
                            + (asked.isPresent() ? ")" : " without Retry-After; the documented window is waited out)"));
            exchange = sendOnce(request);
            if (exchange.response().filter(RetryingSender::isUsedUp).isPresent()) {
                throw used(
                        exchange.response().get(),
                        "the kit had waited " + length.toSeconds() + " s, "
                                + (asked.isPresent() ? "as it was told" : "the window of the documented quota"));
            }
        }
        return exchange;
    }

    private Exchange sendOnce(Request request) {
        Exchange exchange = sender.send(request);
        requests++;
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
