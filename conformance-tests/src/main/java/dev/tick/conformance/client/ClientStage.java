package dev.tick.conformance.client;

import java.util.Map;

/** A service on which scenarios are played, one after the other. */
public interface ClientStage extends AutoCloseable {
    /**
     * Begins a scenario.
     *
     * @param name one word
     * @param steps in the stub's language
     * @return the variables that lead a client there, secrets among them
     * @throws IllegalArgumentException when the steps cannot be read
     */
    Map<String, String> open(String name, String steps);

    /** Ends the scenario, and returns what came. */
    SceneRecord end();

    @Override
    void close();
}
