package dev.tick.conformance.client;

import java.util.Optional;

/** A client that can be told to do the work of a scenario. */
public interface ClientProgram {
    /** Returns the name that reports show. */
    String name();

    /** Returns the command line that starts it; empty where a part of it may be secret, or where there is none. */
    default Optional<String> command() {
        return Optional.empty();
    }

    /** Does the work of a scenario, and returns how that ended; returns soon after the deadline in any case. */
    ClientEnd run(ClientTask task);
}
