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

    /** Returns the scenario without a step: every request is served soundly. */
    public static Scenario fine() {
        return new Scenario(List.of());
    }

    /** Returns the scenario of one fault, which never ends. */
    public static Scenario of(Fault fault) {
        return new Scenario(List.of(
                new Step(new StepAction.Broken(fault), Optional.empty(), Optional.empty(), "fault " + fault.name())));
    }

    /** Returns the line that {@link ScenarioReader} reads it from. */
    @Override
    public String toString() {
        return steps.isEmpty() ? "fine" : steps.stream().map(Step::text).collect(Collectors.joining(", "));
    }
}
