package dev.tick.conformance.evidence;

/**
 * A header field.
 *
 * @param name of an answer, in lower case
 * @param value as it was sent, without secrets
 */
public record Header(String name, String value) {}
