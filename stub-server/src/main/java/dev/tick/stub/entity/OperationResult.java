package dev.tick.stub.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** The result of an operation on the resource. */
public sealed interface OperationResult {
    /** The entity as it is now; a copy. */
    record Entity(ObjectNode entity) implements OperationResult {}

    /**
     * The entities that the caller may see and asked for, oldest first; as they are held, so not to be changed.
     *
     * @param next how many to skip for those that did not fit; empty when these are the last
     * @param count how many there are in all; empty when that was not asked for
     * @param selected the names of the properties that were asked for; none for all
     */
    record Page(List<ObjectNode> entities, OptionalLong next, OptionalLong count, List<String> selected)
            implements OperationResult {
        /** Copies the lists. */
        public Page {
            entities = List.copyOf(entities);
            selected = List.copyOf(selected);
        }

        /** A list that is whole. */
        public Page(List<ObjectNode> entities) {
            this(entities, OptionalLong.empty(), OptionalLong.empty(), List.of());
        }
    }

    /** The number of entities that the caller may see and asked for. */
    record Count(long number) implements OperationResult {}

    /** The results of many submits, in their order. */
    record Batch(List<Item> items) implements OperationResult {
        /** Copies the list. */
        public Batch {
            items = List.copyOf(items);
        }
    }

    /**
     * The result of one of many submits.
     *
     * @param identity what was submitted
     * @param number of the entity; empty when there is none
     * @param reason why it was not taken; empty when it was
     */
    record Item(String identity, Optional<String> number, Optional<String> reason) {}

    /** The entities are there no more. */
    record Removed() implements OperationResult {}

    /** The caller has no entity of this identity or number. */
    record NotFound(String identity) implements OperationResult {}

    /** There is no room for another entity. */
    record CapacityReached(int capacity) implements OperationResult {
        /** Returns a text for people. */
        public String reason() {
            return "The limit of " + capacity + " active entities is reached; none can be added until one expires.";
        }
    }

    /** The list's query cannot be read. */
    record InvalidQuery(String reason) implements OperationResult {}

    /** The entity exists with another value of this property, which only the first submit decides. */
    record Conflict(String identity, String property) implements OperationResult {
        /** Returns a text for people. */
        public String reason() {
            return identity + " exists with another " + property + "; it cannot be changed.";
        }
    }
}
