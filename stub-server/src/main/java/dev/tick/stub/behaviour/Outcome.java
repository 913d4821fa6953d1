package dev.tick.stub.behaviour;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What became of an operation on the resource. */
public sealed interface Outcome {
    /** The entity as it is now; a copy. */
    record Done(ObjectNode entity) implements Outcome {}

    /** The entities that the caller may see and asked for, oldest first; as they are held, so not to be changed. */
    record Listed(List<ObjectNode> entities) implements Outcome {
        /** Copies the list. */
        public Listed {
            entities = List.copyOf(entities);
        }
    }

    /** The caller has no entity of this identity. */
    record Absent(String identity) implements Outcome {}

    /** There is no room for another entity. */
    record Full(int capacity) implements Outcome {}

    /** The list's query cannot be read. */
    record Unreadable(String reason) implements Outcome {}

    /** The entity exists with another value of this property, which only the first submit decides. */
    record Conflict(String identity, String property) implements Outcome {}
}
