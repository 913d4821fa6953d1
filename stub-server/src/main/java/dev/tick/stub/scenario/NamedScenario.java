package dev.tick.stub.scenario;

/**
 * A scenario with a name.
 *
 * @param name one word, such as {@code token-expires}
 * @param description what a client meets, for people
 * @param steps the scenario's line, as {@link ScenarioReader} reads it
 */
public record NamedScenario(String name, String description, String steps) {}
