package dev.tick.doccheck.page;

/** Whether a page asks for something or leaves it to the caller. */
public enum Presence {
    REQUIRED,
    OPTIONAL
}
