package dev.tick.conformance.console;

/** In what way a run tells how it goes on. */
public enum Telling {
    /** One line that is rewritten where there is a terminal, else plain lines. */
    AUTO,
    /** One line that is rewritten at the terminal of the session, whatever Maven's output is; plain lines where there is none. */
    LINE,
    /** Plain lines, now and then. */
    PLAIN,
    /** Not at all. */
    NONE
}
