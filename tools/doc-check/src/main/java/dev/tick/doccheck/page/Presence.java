package dev.tick.doccheck.page;

/** The two ways in which a page asks for something: it must be sent, or it may. */
public enum Presence {
    REQUIRED,
    OPTIONAL
}
