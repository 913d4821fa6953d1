package dev.tick.spec.check;

/** How a request differs from a sound one: a value that can be recognised in a request, and of which most can be made. */
public sealed interface RequestChange permits Alteration, RequestDefect, BrokenConstraint, Resubmission {
    /** Returns whether a request carries this change. */
    boolean matches(RequestFacts facts);
}
