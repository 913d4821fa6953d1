package dev.tick.conformance.target;

/** What a run is aimed at ({@code -Dtarget}). */
public enum Aim {
    /** A stub that lives as long as the run. */
    STUB,
    /** A server of the user's. */
    REMOTE,
    /** Nothing: the kit tells what it checks, and sends no request. */
    NONE
}
