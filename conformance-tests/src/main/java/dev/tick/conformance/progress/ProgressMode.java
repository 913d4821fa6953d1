package dev.tick.conformance.progress;

/** The ways to show the progress of a run. */
public enum ProgressMode {
    /** One line that is rewritten where there is a terminal, else plain lines. */
    AUTO,
    /** One line that is rewritten at the terminal, or at that of the session where output goes elsewhere; plain lines where there is none. */
    LINE,
    /** Plain lines, now and then. */
    PLAIN,
    /** Not at all. */
    NONE
}
