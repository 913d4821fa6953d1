package dev.tick.stub.state;

import dev.tick.stub.scenario.Scenario;
import dev.tick.stub.scenario.ScenarioPosition;
import dev.tick.stub.scenario.Step;

/** The scenario that is played and the position in it; every method is one atomic step. */
public interface ScenarioState {
    /** Plays a scenario from its beginning, in place of the one before. */
    void play(Scenario scenario);

    /**
     * Returns the step that a request meets, and counts the request.
     *
     * @param place an operationId, or {@link Step#TOKEN}
     */
    Step next(String place);

    /** Returns the position now. */
    ScenarioPosition position();
}
