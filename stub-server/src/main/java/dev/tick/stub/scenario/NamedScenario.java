package dev.tick.stub.scenario;

/**
 * A mood with a name.
 *
 * @param name one word, such as {@code token-expires}
 * @param description what a client meets, for people
 * @param steps the mood's line
 */
public record NamedScenario(String name, String description, String steps) {}
