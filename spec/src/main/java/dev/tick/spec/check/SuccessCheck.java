package dev.tick.spec.check;

import java.util.List;

/** A check on the answer to a sound request. */
public sealed interface SuccessCheck extends Check {
    /** The kinds of checks on the answer to a sound request. */
    interface SuccessKinds<R> {
        R succeeds(Succeeds check);

        R answerConforms(AnswerConforms check);

        R propertyPresent(PropertyPresent check);

        R propertyEchoed(PropertyEchoed check);

        R declaredOnce(DeclaredOnce check);

        R locationFollowed(LocationFollowed check);

        R plusInPath(PlusInPath check);

        R unworn(Unworn check);

        R valuesTaken(ValuesTaken check);

        R unusualValues(UnusualValues check);

        R jsonForms(JsonForms check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(SuccessKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.success(this);
    }

    /**
     * A sound request gets its documented success ({@code success}).
     *
     * @param operation the operation's id
     * @param statuses the only statuses that count; empty for every documented success
     */
    record Succeeds(String operation, List<Integer> statuses) implements SuccessCheck {
        /** Copies the statuses. */
        public Succeeds {
            statuses = List.copyOf(statuses);
        }

        @Override
        public String kind() {
            return "success";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.succeeds(this);
        }
    }

    /**
     * The answer is as the contract describes it at a pointer ({@code answer}).
     *
     * @param operation the operation's id
     * @param pointer the row's JSON pointer into the contract
     */
    record AnswerConforms(String operation, String pointer) implements SuccessCheck {
        @Override
        public String kind() {
            return "answer";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.answerConforms(this);
        }
    }

    /**
     * The answer holds a value of a property ({@code present}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record PropertyPresent(String operation, String property) implements SuccessCheck {
        @Override
        public String kind() {
            return "present";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.propertyPresent(this);
        }
    }

    /**
     * The answer holds a property as it was sent ({@code echo}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     * @param alteration what is changed in the request; nothing for a sound one
     */
    record PropertyEchoed(String operation, String property, Alteration alteration) implements SuccessCheck {
        @Override
        public String kind() {
            return "echo";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.propertyEchoed(this);
        }
    }

    /**
     * The answer has one Content-Type, in UTF-8 ({@code declared-once}).
     *
     * @param operation the operation's id
     */
    record DeclaredOnce(String operation) implements SuccessCheck {
        @Override
        public String kind() {
            return "declared-once";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.declaredOnce(this);
        }
    }

    /**
     * Where a Location is answered, the new entity lies there ({@code location}).
     *
     * @param operation the operation's id
     */
    record LocationFollowed(String operation) implements SuccessCheck {
        @Override
        public String kind() {
            return "location";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.locationFollowed(this);
        }
    }

    /**
     * A plus sign in a path stands for itself ({@code plus-in-path}).
     *
     * @param operation the operation's id
     * @param example the name of an example whose identity has a plus sign
     */
    record PlusInPath(String operation, String example) implements SuccessCheck {
        @Override
        public String kind() {
            return "plus-in-path";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.plusInPath(this);
        }
    }

    /**
     * The first request gets the same answer after all others ({@code unworn}).
     *
     * @param operation the operation's id
     */
    record Unworn(String operation) implements SuccessCheck {
        @Override
        public String kind() {
            return "unworn";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.unworn(this);
        }
    }

    /**
     * Sound values of many kinds are taken ({@code values-taken}).
     *
     * @param operation the operation's id
     * @param values the values that are judged
     */
    record ValuesTaken(String operation, ValueClass values) implements SuccessCheck {
        @Override
        public String kind() {
            return "values-taken";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.valuesTaken(this);
        }
    }

    /**
     * It is noted which sound values are declined that no page says to be taken ({@code unusual-values}).
     *
     * @param operation the operation's id
     */
    record UnusualValues(String operation) implements SuccessCheck {
        @Override
        public String kind() {
            return "unusual-values";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.unusualValues(this);
        }
    }

    /**
     * A sound body is taken in every form that a JSON text may have ({@code json-forms}).
     *
     * @param operation the operation's id
     */
    record JsonForms(String operation) implements SuccessCheck {
        @Override
        public String kind() {
            return "json-forms";
        }

        @Override
        public <R> R accept(SuccessKinds<R> kinds) {
            return kinds.jsonForms(this);
        }
    }
}
