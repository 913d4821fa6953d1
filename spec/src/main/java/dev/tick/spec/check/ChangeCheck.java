package dev.tick.spec.check;

/** A check on what a change or a second submit does to an entity. */
public sealed interface ChangeCheck extends Check {
    /** The kinds of checks on changes and second submits. */
    interface ChangeKinds<R> {
        R propertyChanges(PropertyChanges check);

        R changeKeepsOthers(ChangeKeepsOthers check);

        R propertyImmutable(PropertyImmutable check);

        R resubmitUpdates(ResubmitUpdates check);

        R resubmitKeeps(ResubmitKeeps check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(ChangeKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.change(this);
    }

    /**
     * A change of a property takes effect ({@code changes}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record PropertyChanges(String operation, String property) implements ChangeCheck {
        @Override
        public String kind() {
            return "changes";
        }

        @Override
        public <R> R accept(ChangeKinds<R> kinds) {
            return kinds.propertyChanges(this);
        }
    }

    /**
     * A change keeps the properties that it does not name ({@code change-keeps-others}).
     *
     * @param operation the operation's id
     */
    record ChangeKeepsOthers(String operation) implements ChangeCheck {
        @Override
        public String kind() {
            return "change-keeps-others";
        }

        @Override
        public <R> R accept(ChangeKinds<R> kinds) {
            return kinds.changeKeepsOthers(this);
        }
    }

    /**
     * A property cannot be changed ({@code immutable}).
     *
     * @param operation the operation's id
     * @param property the entity's property
     */
    record PropertyImmutable(String operation, String property) implements ChangeCheck {
        @Override
        public String kind() {
            return "immutable";
        }

        @Override
        public <R> R accept(ChangeKinds<R> kinds) {
            return kinds.propertyImmutable(this);
        }
    }

    /**
     * A second submit takes effect on a property ({@code updates}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record ResubmitUpdates(String operation, String property) implements ChangeCheck {
        @Override
        public String kind() {
            return "updates";
        }

        @Override
        public <R> R accept(ChangeKinds<R> kinds) {
            return kinds.resubmitUpdates(this);
        }
    }

    /**
     * A second submit leaves a property as it was ({@code resubmit-keeps}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record ResubmitKeeps(String operation, String property) implements ChangeCheck {
        @Override
        public String kind() {
            return "resubmit-keeps";
        }

        @Override
        public <R> R accept(ChangeKinds<R> kinds) {
            return kinds.resubmitKeeps(this);
        }
    }
}
