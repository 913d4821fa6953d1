package dev.tick.spec.validation;

/**
 * One way in which a message breaks its contract.
 *
 * @param location JSON pointer into the message; empty for the whole of it
 * @param keyword the schema keyword that was broken, or {@code json} for a body that is none
 * @param schema JSON pointer to that keyword in the contract; of {@code required}, to the name that is missing
 * @param expected what the contract asks for, in networknt's words
 * @param got what the message holds at the location, as JSON
 */
public record Violation(String location, String keyword, String schema, String expected, String got) {}
