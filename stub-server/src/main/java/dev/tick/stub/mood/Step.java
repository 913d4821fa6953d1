package dev.tick.stub.mood;

import java.util.Optional;

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

    /** Whether it concerns a request to this place; a step without a place leaves the token endpoint alone. */
    boolean concerns(String asked) {
        return place.map(asked::equals).orElse(!asked.equals(TOKEN));
    }
}
