package dev.tick.spec.check;

/** A check on what a removal does. */
public sealed interface RemovalCheck extends Check {
    /** The kinds of checks on removals. */
    interface RemovalKinds<R> {
        R removed(Removed check);

        R notRemovedByOthers(NotRemovedByOthers check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(RemovalKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.removal(this);
    }

    /**
     * The check that a removed entity is no longer listed ({@code removed}).
     *
     * @param operation the operation's id
     */
    record Removed(String operation) implements RemovalCheck {
        @Override
        public String kind() {
            return "removed";
        }

        @Override
        public <R> R accept(RemovalKinds<R> kinds) {
            return kinds.removed(this);
        }
    }

    /**
     * The check that an application cannot remove another's entity ({@code not-removed-by-others}).
     *
     * @param operation the operation's id
     */
    record NotRemovedByOthers(String operation) implements RemovalCheck {
        @Override
        public String kind() {
            return "not-removed-by-others";
        }

        @Override
        public <R> R accept(RemovalKinds<R> kinds) {
            return kinds.notRemovedByOthers(this);
        }
    }
}
