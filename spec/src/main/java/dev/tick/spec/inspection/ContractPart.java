package dev.tick.spec.inspection;

import dev.tick.spec.register.Subject;
import java.util.Set;

/**
 * A part of a contract that a row may speak of.
 *
 * @param kind the kind of part
 * @param pointer where it stands; may lead through references
 * @param side the message that it is a part of
 * @param name what people call it
 */
public record ContractPart(Kind kind, String pointer, Side side, String name) {
    /** The kinds of parts. */
    public enum Kind {
        /** A keyword that a message can break. */
        CONSTRAINT,
        /** A property of a body. */
        PROPERTY,
        /** A value of a list of values. */
        VALUE,
        /** The status of a response. */
        STATUS
    }

    /** The messages that parts belong to. */
    public enum Side {
        /** A request, which a server has to refuse when it is wrong. */
        REQUEST,
        /** A response. */
        RESPONSE;

        /** Returns whose rows speak of it. */
        public Set<Subject> subjects() {
            return switch (this) {
                case REQUEST -> Set.of(Subject.CLIENT, Subject.SERVER);
                case RESPONSE -> Set.of(Subject.SERVER);
            };
        }
    }
}
