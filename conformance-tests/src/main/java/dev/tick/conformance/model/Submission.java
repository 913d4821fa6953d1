package dev.tick.conformance.model;

import tools.jackson.databind.node.ObjectNode;

/**
 * A sound submit of an entity.
 *
 * @param identity what it is about
 * @param body what is sent
 * @param shape what the body is like; a target that took it once takes others of this shape
 */
public record Submission(String identity, ObjectNode body, String shape) {
    /** Copies the body. */
    public Submission {
        body = body.deepCopy();
    }
}
