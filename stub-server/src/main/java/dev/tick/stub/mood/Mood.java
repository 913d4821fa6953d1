package dev.tick.stub.mood;

import dev.tick.stub.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the service behaves from now on: step after step, and soundly after the last. {@link MoodGrammar} reads one from a line such as
 * {@code fine x2, 429 x3}.
 */
public record Mood(List<Step> steps) {
    /** Copies the steps; all but the last must end. */
    public Mood {
        steps = List.copyOf(steps);
        steps.stream().limit(Math.max(0, steps.size() - 1L)).forEach(step -> {
            if (step.times().isEmpty()) {
                throw new IllegalArgumentException("the step '" + step.text()
                        + "' never ends, so what follows it never comes; say how many requests it lasts for, such as '"
                        + step.text() + " x1'");
            }
        });
    }

    /** Everything is fine. */
    public static Mood fine() {
        return new Mood(List.of());
    }

    /** This fault, from now on. */
    public static Mood of(Fault fault) {
        return new Mood(List.of(
                new Step(new Manner.Broken(fault), Optional.empty(), Optional.empty(), "fault " + fault.name())));
    }

    /** The line that a grammar reads it from. */
    @Override
    public String toString() {
        return steps.isEmpty() ? "fine" : steps.stream().map(Step::text).collect(Collectors.joining(", "));
    }
}
