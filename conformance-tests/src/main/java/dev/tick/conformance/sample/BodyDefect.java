package dev.tick.conformance.sample;

import tools.jackson.databind.node.ObjectNode;

/**
 * A body that breaks exactly one constraint.
 *
 * @param name what is broken and how, such as {@code title=5}
 * @param example the example from which it was made, whose sound twin must have succeeded
 * @param body the body
 */
public record BodyDefect(String name, String example, ObjectNode body) {}
