package dev.tick.spec.check;

/** A difference from a sound request; it can be matched with a request, and most can be applied to one. */
public sealed interface RequestChange permits Alteration, RequestDefect, BrokenConstraint, Resubmission, SecondSubmit {
    /** Returns whether a request carries this change. */
    boolean matches(RequestFacts facts);
}
