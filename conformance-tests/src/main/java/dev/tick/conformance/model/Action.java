package dev.tick.conformance.model;

import dev.tick.spec.contract.Effect;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A sound request, as the model sees it. */
public sealed interface Action {
    /** Returns who sends it. */
    Principal caller();

    /** Returns the effect of its operation. */
    Effect effect();

    /** A submit of one entity. */
    record Create(Principal caller, Submission submission) implements Action {
        @Override
        public Effect effect() {
            return Effect.CREATE;
        }
    }

    /** A submit of many. */
    record CreateMany(Principal caller, List<Submission> submissions) implements Action {
        /** Copies the list. */
        public CreateMany {
            submissions = List.copyOf(submissions);
        }

        @Override
        public Effect effect() {
            return Effect.CREATE_MANY;
        }
    }

    /** A query of the list. */
    record ListAll(Principal caller, ListQuery query) implements Action {
        /** Returns whether the list is to show an entity. */
        Truth shows(Entity entity) {
            Truth there = switch (entity.presence()) {
                case THERE -> Truth.TRUE;
                case GONE -> Truth.FALSE;
                case UNCERTAIN -> Truth.UNKNOWN;
            };
            Truth met = query.filter().map(filter -> filter.isMetBy(entity)).orElse(Truth.TRUE);
            return there.and(caller.sees(entity.owner())).and(met);
        }

        @Override
        public Effect effect() {
            return Effect.LIST;
        }
    }

    /** A read of one entity. */
    record Read(Principal caller, String identity) implements Action {
        @Override
        public Effect effect() {
            return Effect.READ;
        }
    }

    /**
     * A change of one entity.
     *
     * @param identity of the entity
     * @param body what is to be changed
     * @param shape what the body is like
     */
    record Change(Principal caller, String identity, ObjectNode body, String shape) implements Action {
        /** Copies the body. */
        public Change {
            body = body.deepCopy();
        }

        @Override
        public Effect effect() {
            return Effect.CHANGE;
        }
    }

    /**
     * A removal.
     *
     * @param effect of one, or of many
     * @param identities of what is to be removed
     */
    record Remove(Principal caller, Effect effect, List<String> identities) implements Action {
        /** Copies the list. */
        public Remove {
            identities = List.copyOf(identities);
        }
    }
}
