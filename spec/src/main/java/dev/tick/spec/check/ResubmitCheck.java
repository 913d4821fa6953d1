package dev.tick.spec.check;

/** A check of what a second submit does to every property, whatever the edition says of second submits. */
public sealed interface ResubmitCheck extends Check {
    /** The kinds of checks of second submits. */
    interface ResubmitKinds<R> {
        R resubmitNoted(ResubmitNoted check);

        R resubmitAnswered(ResubmitAnswered check);

        R shownAsResubmitted(ShownAsResubmitted check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(ResubmitKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.resubmit(this);
    }

    /**
     * The check that notes which properties a second submit changes, keeps and clears ({@code resubmit-noted}).
     *
     * @param operation the operation's id
     * @param submit the second submit
     */
    record ResubmitNoted(String operation, SecondSubmit submit) implements ResubmitCheck {
        @Override
        public String kind() {
            return "resubmit-noted";
        }

        @Override
        public <R> R accept(ResubmitKinds<R> kinds) {
            return kinds.resubmitNoted(this);
        }
    }

    /**
     * The check that each second submit that the register notes is accepted or refused with 4xx ({@code resubmit-answered}).
     *
     * @param operation the operation's id
     */
    record ResubmitAnswered(String operation) implements ResubmitCheck {
        @Override
        public String kind() {
            return "resubmit-answered";
        }

        @Override
        public <R> R accept(ResubmitKinds<R> kinds) {
            return kinds.resubmitAnswered(this);
        }
    }

    /**
     * The check that after each second submit that the register notes, a read or list shows the entity as the response had it, or,
     * after a refusal, as it was ({@code shown-as-resubmitted}).
     *
     * @param operation the id of the read or list
     */
    record ShownAsResubmitted(String operation) implements ResubmitCheck {
        @Override
        public String kind() {
            return "shown-as-resubmitted";
        }

        @Override
        public <R> R accept(ResubmitKinds<R> kinds) {
            return kinds.shownAsResubmitted(this);
        }
    }
}
