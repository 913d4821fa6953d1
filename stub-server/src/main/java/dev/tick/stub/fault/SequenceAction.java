package dev.tick.stub.fault;

import java.util.List;

/** The action of a fault that only several requests together bring to light. */
public sealed interface SequenceAction extends FaultAction.OnSequence {
    /** Some of many that are to be removed stay. */
    record KeepSome(Spared spared) implements SequenceAction {}

    /** The entities that a removal of many spares. */
    enum Spared {
        /** The first of those that are named. */
        FIRST,
        /** All but the first. */
        ALL_BUT_FIRST,
        /** All but the last. */
        ALL_BUT_LAST,
        /** Those beyond the first hundred. */
        BEYOND_HUNDRED,
        /** Those beyond the last full hundred, of more than a hundred. */
        BEYOND_FULL_HUNDREDS
    }

    /** A removal takes another entity along, which nobody named. */
    record RemoveMore(Kin kin) implements SequenceAction {}

    /** The entities that a removal takes along. */
    enum Kin {
        /** The one created next after the last that is named. */
        NEXT,
        /** Those of the same identity. */
        SAME_IDENTITY,
        /** Those that have the same first free text. */
        SAME_TEXT
    }

    /** A submit of what was removed is refused. */
    record RefuseRemoved() implements SequenceAction {}

    /** A submit of what was removed is refused where a property has another value than before. */
    record RefuseOther(String property) implements SequenceAction {}

    /** A submit of what was removed brings back the former value of a property. */
    record Revive(String property) implements SequenceAction {}

    /** A list with a filter holds what was removed. */
    record ShowRemoved() implements SequenceAction {}

    /** A property of an item is lost. */
    record Lose(String property) implements SequenceAction {}

    /** Each of these properties that a submit or an item does not have is taken from the one before it. */
    record TakeOver(List<String> properties) implements SequenceAction {
        /** Copies the properties. */
        public TakeOver {
            properties = List.copyOf(properties);
        }
    }

    /** A batch in which an item cannot be taken is sorted wrongly. */
    record Sort(Sorting sorting) implements SequenceAction {}

    /** The fate of a batch in which an item cannot be taken. */
    enum Sorting {
        /** Nothing after that item is taken, and the results say so. */
        STOPS,
        /** Nothing after that item is taken, and the results say that it was. */
        FORGETS,
        /** Another item is reported as failed. */
        BLAMES_ANOTHER,
        /** The item is reported as failed, and stored. */
        STORES_FAILED,
        /** All but that item is stored, and a result names the number of the item after its own. */
        MOVES_NUMBERS
    }

    /** Items that are there become other entities. */
    record RenewItems() implements SequenceAction {}

    /** The last of several items that are there is not updated. */
    record SkipLastItem() implements SequenceAction {}

    /** Two results of a batch have each other's number. */
    record SwapNumbers() implements SequenceAction {}

    /** Of many items, only so many are stored, and all are reported as taken. */
    record TakeFirst(int items) implements SequenceAction {}

    /** Every submit sets this value of the server's anew, also the submit of what is there. */
    record Restamp(String property) implements SequenceAction {}

    /** An update leaves this value of the server's as it was. */
    record Freeze(String property) implements SequenceAction {}

    /** An update adds to a list in place of replacing it. */
    record UniteLists(String property) implements SequenceAction {}

    /** An update does not empty a list. */
    record IgnoreEmptied(String property) implements SequenceAction {}

    /** An update does not make false what was true. */
    record IgnoreFalse(String property) implements SequenceAction {}

    /** An update does not move a time nearer. */
    record IgnoreEarlier(String property) implements SequenceAction {}

    /** Only the first update of an entity counts. */
    record UpdateOnce() implements SequenceAction {}

    /** Only so many updates or changes of an entity count; a later one is answered as if it did. */
    record WearOut(int times) implements SequenceAction {}

    /** A request is answered as if it had taken effect, and has none. */
    record Pretend() implements SequenceAction {}

    /** Of several properties that a change names, one changes. */
    record ChangeOne(Named named) implements SequenceAction {}

    /** The one of several properties that changes. */
    enum Named {
        /** The first that is named. */
        FIRST,
        /** The last that is named. */
        LAST
    }

    /** A submit of another identity that looks alike is taken for an update, and answered with what was sent. */
    record TakeFor(Likeness likeness) implements SequenceAction {}

    /** In what two identities are alike. */
    enum Likeness {
        /** They differ in letter case alone. */
        LETTER_CASE {
            @Override
            public boolean concerns(String there, String submitted) {
                return there.equalsIgnoreCase(submitted);
            }
        },
        /** The one begins with the other. */
        BEGINNING {
            @Override
            public boolean concerns(String there, String submitted) {
                return submitted.startsWith(there);
            }
        };

        /** Returns whether what is there is taken for what is submitted. */
        public abstract boolean concerns(String there, String submitted);
    }

    /** A change sets what it does not name to what was first submitted. */
    record Rebase() implements SequenceAction {}
}
