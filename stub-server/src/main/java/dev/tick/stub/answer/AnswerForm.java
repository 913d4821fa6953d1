package dev.tick.stub.answer;

/** The unusual forms of a sound answer: each says nothing wrong, and a client meets it sooner or later. */
public enum AnswerForm {
    /** Each object has a property that the contract does not name. */
    UNKNOWN_PROPERTY,
    /** Properties with a list of values in a submit have one beyond that list, unless the request named it. */
    UNKNOWN_VALUE,
    /** Properties that no submit names are null where they may be. */
    NULLS,
    /** Properties that no submit names, or that are null, are left out where they may be. */
    ABSENT,
    /** Times have no fraction. */
    NO_FRACTION,
    /** Times have a fraction of six digits. */
    FRACTION_6,
    /** Times have a fraction of seven digits. */
    FRACTION_7,
    /** Times in UTC have an offset in place of {@code Z}. */
    OFFSET,
    /** The first page of a list is empty, and the next one begins where it would have begun. */
    EMPTY_PAGE
}
