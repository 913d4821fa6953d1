package dev.tick.stub.mood;

import java.util.List;

/** Walks through a mood, request by request; safe for use by many threads. */
public final class Temper {
    private Mood mood = Mood.fine();
    private int step;
    private int met;

    /** Begins this mood, in place of the one before. */
    public synchronized void become(Mood other) {
        mood = other;
        step = 0;
        met = 0;
    }

    /** The step that a request to this place meets: an operationId, or {@link Step#TOKEN}. */
    public synchronized Step next(String place) {
        if (isOver() || !mood.steps().get(step).concerns(place)) {
            return Step.FINE;
        }
        Step current = mood.steps().get(step);
        met++;
        if (current.times().filter(times -> met >= times).isPresent()) {
            step++;
            met = 0;
        }
        return current;
    }

    /** Where the walk is now. */
    public synchronized Position position() {
        List<Step> rest = mood.steps()
                .subList(Math.min(step, mood.steps().size()), mood.steps().size());
        return new Position(mood, isOver() ? "fine" : rest.get(0).text(), met);
    }

    private boolean isOver() {
        return step >= mood.steps().size();
    }

    /**
     * Where the walk through a mood is.
     *
     * @param mood the whole of it
     * @param step the step that the next request meets, as it was written
     * @param met how many requests have met that step
     */
    public record Position(Mood mood, String step, int met) {}
}
