package dev.tick.spec.check;

/** A check on what an application can do to the entities of another one. */
public sealed interface CallerCheck extends Check {
    /** The kinds of checks on callers. */
    interface CallerKinds<R> {
        R notUpdatedByOthers(NotUpdatedByOthers check);

        R reachesOthers(ReachesOthers check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(CallerKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.caller(this);
    }

    /**
     * The check that another application's submit, import or change leaves an entity as it was ({@code not-updated-by-others}).
     *
     * @param operation the operation's id
     */
    record NotUpdatedByOthers(String operation) implements CallerCheck {
        @Override
        public String kind() {
            return "not-updated-by-others";
        }

        @Override
        public <R> R accept(CallerKinds<R> kinds) {
            return kinds.notUpdatedByOthers(this);
        }
    }

    /**
     * The check that a tenant-wide role updates or removes what another application created ({@code reaches-others}).
     *
     * @param operation the operation's id
     */
    record ReachesOthers(String operation) implements CallerCheck {
        @Override
        public String kind() {
            return "reaches-others";
        }

        @Override
        public <R> R accept(CallerKinds<R> kinds) {
            return kinds.reachesOthers(this);
        }
    }
}
