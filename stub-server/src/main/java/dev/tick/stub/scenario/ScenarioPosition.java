package dev.tick.stub.scenario;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A position in a scenario. A request makes another one of it; what is played where is remembered elsewhere.
 *
 * @param scenario the whole scenario
 * @param index the step that the next request meets, counted from 0; the number of steps when the scenario is over
 * @param met how many requests have met that step
 */
public record ScenarioPosition(Scenario scenario, int index, int met) {
    /** Returns the beginning of a scenario. */
    public static ScenarioPosition start(Scenario scenario) {
        return new ScenarioPosition(scenario, 0, 0);
    }

    /**
     * Returns the step that a request meets; a sound one where no step concerns it.
     *
     * @param place an operationId, or {@link Step#TOKEN}
     */
    public Step stepFor(String place) {
        return concerns(place) ? scenario.steps().get(index) : Step.FINE;
    }

    /** Returns the position after a request to this place. */
    public ScenarioPosition after(String place) {
        if (!concerns(place)) {
            return this;
        }
        boolean last = scenario.steps()
                .get(index)
                .times()
                .filter(times -> met + 1 >= times)
                .isPresent();
        // A step without an end is counted as far as a number goes.
        return last
                ? new ScenarioPosition(scenario, index + 1, 0)
                : new ScenarioPosition(scenario, index, Math.max(met, met + 1));
    }

    /** Returns the current step as it was written; {@code fine} when the scenario is over. */
    public String step() {
        return isOver() ? Step.FINE.text() : scenario.steps().get(index).text();
    }

    /** Returns whether every step has been met; never so for a scenario without steps. */
    public boolean isUsedUp() {
        return isOver() && !scenario.steps().isEmpty();
    }

    /** Returns the progress of each step, in their order. */
    public List<StepProgress> progress() {
        List<Step> steps = scenario.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(at ->
                        new StepProgress(steps.get(at).text(), steps.get(at).times(), used(steps.get(at), at)))
                .toList();
    }

    private int used(Step step, int at) {
        return at == index ? met : at < index ? step.times().orElseThrow() : 0;
    }

    private boolean concerns(String place) {
        return !isOver() && scenario.steps().get(index).concerns(place);
    }

    private boolean isOver() {
        return index >= scenario.steps().size();
    }
}
