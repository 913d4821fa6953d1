package dev.tick.conformance.client;

/** A client that can be told to do the work of a scenario. */
public interface ClientProgram {
    /** Returns the name that reports show. */
    String name();

    /** Does the work of a scenario, and returns how that ended; returns soon after the deadline in any case. */
    ClientEnd run(ClientTask task);
}
