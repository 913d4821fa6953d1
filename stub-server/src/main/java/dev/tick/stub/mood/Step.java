package dev.tick.stub.mood;

import dev.tick.stub.fault.Act;
import dev.tick.stub.fault.Situation;
import dev.tick.spec.http.Response;
import dev.tick.stub.http.Transmission;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What becomes of the next requests.
 *
 * @param manner what becomes of each
 * @param times how many requests it lasts for, at least 1; empty for all that come
 * @param place the only place it concerns: an operationId or {@link #TOKEN}; empty for every operation
 * @param text the step as it was written
 */
public record Step(Manner manner, Optional<Integer> times, Optional<String> place, String text) {
    /** The place of the token endpoint. */
    public static final String TOKEN = "token";

    /** Nothing is wrong. */
    static final Step FINE = new Step(new Manner.Fine(), Optional.empty(), Optional.empty(), "fine");

    /** Returns what becomes of a request; empty unless the step is a fault, and the request meets it. */
    public Optional<Act> act(Supplier<Situation> request) {
        return manner instanceof Manner.Broken broken && broken.fault().meets(request.get())
                ? Optional.of(broken.fault().act())
                : Optional.empty();
    }

    /** Returns a response on its way, delivered as the step demands. */
    public Transmission delivered(Response response) {
        return manner instanceof Manner.Delivered delivered
                ? new Transmission(response, delivered.how())
                : new Transmission(response);
    }

    /** Whether it concerns a request to this place; a step without a place leaves the token endpoint alone. */
    boolean concerns(String asked) {
        return place.map(asked::equals).orElse(!asked.equals(TOKEN));
    }
}
