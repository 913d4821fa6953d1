package dev.tick.spec.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.FieldType;
import java.util.EnumSet;
import java.util.Set;

/**
 * A check on what several requests do together.
 *
 * @param operation the operation's id
 * @param sequence the requests and what must follow from them
 */
public record SequenceCheck(String operation, Sequence sequence) implements Check {
    /** The sequences; each is a kind of its own in the register. */
    public enum Sequence {
        /** An update gets the success of a submit, with the entity that it updated. */
        UPDATE_ANSWERED(Effect.CREATE),
        /** Each of ten updates counts as much as the first, and all of them are about one entity. */
        UPDATED_REPEATEDLY(Effect.CREATE),
        /** An update that is refused for a defect at the row's place in the contract leaves what is there as it was. */
        UPDATE_REFUSED(Effect.CREATE),
        /** An update replaces a list: by a shorter one, and by an empty one. */
        LIST_REPLACED(Effect.CREATE),
        /** An update by an alias of the path updates the entity. */
        UPDATED_BY_ALIAS(Effect.CREATE),
        /** An update by another caller leaves the creator, its kind and the time of creation as they were. */
        UPDATED_BY_OTHERS(Effect.CREATE),
        /** A submit takes over no value of the one before it. */
        NOTHING_TAKEN_OVER(Effect.CREATE),
        /** The one who updated last is told from the one who did before. */
        UPDATER_NAMED(Effect.CREATE),
        /** The time of the last update moves with each update. */
        UPDATE_TIME_MOVES(Effect.CREATE),
        /** An update is noted that leaves a property out. */
        PROPERTY_LEFT_OUT(Effect.CREATE),
        /** A submit of what was imported updates it. */
        UPDATED_AFTER_IMPORT(Effect.CREATE),
        /** A submit of what was removed creates it anew. */
        RECREATED(Effect.CREATE),
        /** A submit of what has ended creates it anew. */
        RECREATED_AFTER_END(Effect.CREATE),
        /** An entity whose end is moved ends at the new time alone. */
        END_MOVED(Effect.CREATE, Effect.CHANGE),
        /** A removal of what has ended finds nothing. */
        REMOVED_AFTER_END(Effect.REMOVE),
        /** Every property of an item is kept, of whatever kind. */
        IMPORTED_WHOLE(Effect.CREATE_MANY),
        /** An import updates all that is there, and creates no second entity of it. */
        IMPORTED_OVER(Effect.CREATE_MANY),
        /** An import leaves the creator, its kind and the time of creation as they were, also where another caller imports. */
        IMPORT_KEEPS_CREATION(Effect.CREATE_MANY),
        /** An item that is not taken keeps no other from being taken, and is not stored. */
        IMPORTED_BESIDE_REFUSED(Effect.CREATE_MANY),
        /** As many items as the contract allows are taken. */
        IMPORTED_FULL(Effect.CREATE_MANY),
        /** A single item is taken. */
        IMPORTED_ALONE(Effect.CREATE_MANY),
        /** An import is noted that names an identity twice. */
        IMPORTED_TWICE(Effect.CREATE_MANY),
        /** An import of what was removed creates it anew. */
        REIMPORTED(Effect.CREATE_MANY),
        /** Nothing is removed but what was named, and all of that. */
        REMOVED_ALONE(Effect.REMOVE, Effect.REMOVE_MANY),
        /** No filter finds what was removed. */
        REMOVED_FROM_FILTERS(Effect.REMOVE, Effect.REMOVE_MANY),
        /** A removal by an alias of the path removes the entity. */
        REMOVED_BY_ALIAS(Effect.REMOVE),
        /** As many entities as the contract allows are removed. */
        REMOVED_FULL(Effect.REMOVE_MANY),
        /** It is noted what becomes of the others where one of several does not exist. */
        REMOVED_WITH_UNKNOWN(Effect.REMOVE_MANY),
        /** A removal is noted that names an entity twice. */
        REMOVED_TWICE(Effect.REMOVE_MANY),
        /** A change of all changeable properties takes effect on each. */
        CHANGED_TOGETHER(Effect.CHANGE),
        /** Each of ten changes takes effect, and keeps what those before it changed. */
        CHANGED_REPEATEDLY(Effect.CHANGE),
        /** A change by an alias of the path takes effect. */
        CHANGED_BY_ALIAS(Effect.CHANGE),
        /** A change is noted that sets a property to null. */
        CHANGED_TO_NULL(Effect.CHANGE),
        /** A change is noted that sets a property to the empty text. */
        CHANGED_TO_EMPTY(Effect.CHANGE),
        /** A submit of what was changed is noted. */
        SUBMITTED_AFTER_CHANGE(Effect.CHANGE),
        /** Two URLs that differ in the letter case of their paths alone are two entities. */
        PATH_CASE_TOLD(Effect.CREATE),
        /** Two values of which one begins with the other are two entities. */
        BEGINNING_TOLD(Effect.CREATE),
        /** It is noted whether two spellings of one URL are two entities. */
        SPELLINGS_NOTED(Effect.CREATE),
        /** A submit is noted whose optional texts are empty. */
        EMPTY_TEXTS_NOTED(Effect.CREATE),
        /** A path in which an unreserved character is escaped leads to its entity. */
        UNRESERVED_ESCAPED(Effect.READ, Effect.CHANGE, Effect.REMOVE);

        // Error Prone takes a field of type Set for mutable.
        private final Effect first;
        private final Effect second;
        private final Effect third;

        Sequence(Effect effect) {
            this(effect, effect, effect);
        }

        Sequence(Effect one, Effect other) {
            this(one, other, other);
        }

        Sequence(Effect first, Effect second, Effect third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        /** Returns the effects of the operations that it can be asked of. */
        Set<Effect> effects() {
            return EnumSet.of(first, second, third);
        }

        /** Returns the effects, beside that of its operation, without which it cannot take place. */
        Set<Effect> needed() {
            return switch (this) {
                case UPDATED_AFTER_IMPORT -> Set.of(Effect.CREATE_MANY);
                case RECREATED, REIMPORTED -> Set.of(Effect.REMOVE);
                case END_MOVED, REMOVED_AFTER_END -> Set.of(Effect.LIST);
                case IMPORTED_FULL -> Set.of(Effect.REMOVE_MANY);
                case REMOVED_FULL -> Set.of(Effect.CREATE_MANY);
                default -> Set.of();
            };
        }

        /** Returns the register's word. */
        public String word() {
            return FieldType.spelled(this);
        }
    }

    @Override
    public String kind() {
        return sequence.word();
    }

    @Override
    public Set<Effect> needs(Contract contract) {
        return sequence.needed();
    }

    @Override
    public <R> R accept(CheckFamilies<R> families) {
        return families.sequence(this);
    }
}
