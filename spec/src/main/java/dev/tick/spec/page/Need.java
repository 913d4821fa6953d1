package dev.tick.spec.page;

/** Whether a page asks for something or leaves it to the caller. */
public enum Need {
    REQUIRED,
    OPTIONAL
}
