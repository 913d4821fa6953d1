package dev.tick.stub.scenario;

import dev.tick.stub.fault.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sequence of steps for the next requests; after the last one, the service behaves normally. {@link ScenarioReader} reads one
 * from a line such as {@code fine x2, 429 x3}.
 */
public record Scenario(List<Step> steps) {
    /** Copies the steps; all but the last must end. */
    public Scenario {
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
    public static Scenario fine() {
        return new Scenario(List.of());
    }

    /** This fault, from now on. */
    public static Scenario of(Fault fault) {
        return new Scenario(List.of(
                new Step(new StepAction.Broken(fault), Optional.empty(), Optional.empty(), "fault " + fault.name())));
    }

    /** The line that a grammar reads it from. */
    @Override
    public String toString() {
        return steps.isEmpty() ? "fine" : steps.stream().map(Step::text).collect(Collectors.joining(", "));
    }
}
