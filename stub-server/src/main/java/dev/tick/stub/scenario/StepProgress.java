package dev.tick.stub.scenario;

import java.util.Optional;

/**
 * The progress of a step of the scenario that is played.
 *
 * @param text the step as it was written
 * @param times how many requests it lasts for; empty for all that come
 * @param used how many requests have met it
 */
public record StepProgress(String text, Optional<Integer> times, int used) {
    /** Checks the numbers. */
    public StepProgress {
        if (used < 0 || times.filter(most -> used > most).isPresent()) {
            throw new IllegalArgumentException(
                    "used: expected 0 to " + times.orElse(Integer.MAX_VALUE) + ", got " + used);
        }
    }

    /** Returns whether as many requests have met it as it lasts for; of a step without an end, whether one has. */
    public boolean consumed() {
        return used >= times.orElse(1);
    }
}
