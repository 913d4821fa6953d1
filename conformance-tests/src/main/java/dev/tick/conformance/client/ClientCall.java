package dev.tick.conformance.client;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.validation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of the service, as a journal or a recording has it.
 *
 * @param number counts the calls of a scenario, those of the token endpoint among them
 * @param time when it came
 * @param operation the operation that it asked for; empty for none
 * @param exchange without secrets
 * @param violations of the contract in the request
 * @param tokenFlaw what is wrong with its token; empty where nothing is, or the scenario said so
 * @param delivery whether the answer came whole
 * @param step the step of the scenario that it met, as it was written; empty for none
 * @param sight how much of it was seen
 */
public record ClientCall(
        long number,
        Instant time,
        Optional<String> operation,
        Exchange exchange,
        List<Violation> violations,
        Optional<String> tokenFlaw,
        Delivery delivery,
        Optional<String> step,
        Sight sight) {
    /** Ways in which an answer came. */
    public enum Delivery {
        WHOLE,
        LOST
    }

    /** Parts of a call of which too little was seen to say anything. */
    public enum Unseen {
        BODY,
        TOKEN
    }

    /**
     * An observer's sight of a call.
     *
     * @param unseen the parts of which nothing is said
     * @param answered when its answer had come; empty where nobody knows
     * @param credential stands for its token, which it never is: two calls with the same one had the same token; empty where nobody
     *     knows
     */
    public record Sight(Set<Unseen> unseen, Optional<Instant> answered, Optional<String> credential) {
        /** Of two calls that are under way at once, the later one is no repetition; the answer to the first comes within this time. */
        public static final Duration ON_ITS_WAY = Duration.ofMillis(100);

        /** Of a call whose every part was seen, but not the time of its answer. */
        public static final Sight WHOLE = new Sight(Set.of(), Optional.empty(), Optional.empty());

        /** Copies the parts. */
        public Sight {
            unseen = Set.copyOf(unseen);
        }
    }

    /** The request of a call; another with the same repeats it. */
    record Likeness(String method, String url, Body body) {}

    private static final int FAMILY = 100;
    private static final int SUCCESS = 2;

    /** Copies the violations. */
    public ClientCall {
        violations = List.copyOf(violations);
    }

    /** Returns whether too little was seen of a part to say anything of it. */
    boolean lacks(Unseen part) {
        return sight.unseen().contains(part);
    }

    /** Returns what it asks for; empty where its body was not seen whole. */
    Optional<Likeness> likeness() {
        Request request = exchange.request();
        return lacks(Unseen.BODY)
                ? Optional.empty()
                : Optional.of(new Likeness(request.method(), request.url(), request.body()));
    }

    /** Returns the status of the answer; empty where it did not come whole. */
    public Optional<Integer> status() {
        return delivery == Delivery.LOST
                ? Optional.empty()
                : exchange.response().map(response -> response.status());
    }

    /** Returns whether a 2xx came whole. */
    public boolean succeeded() {
        return status().filter(status -> status / FAMILY == SUCCESS).isPresent();
    }
}
