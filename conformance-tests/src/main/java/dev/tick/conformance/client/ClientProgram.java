package dev.tick.conformance.client;

import java.util.List;
import java.util.Optional;

/** A client that can be told to do the work of a scenario. */
public interface ClientProgram extends AutoCloseable {
    /** Returns the name that reports show. */
    String name();

    /** Returns the command line that starts it; empty where a part of it may be secret, or where there is none. */
    default Optional<String> command() {
        return Optional.empty();
    }

    /** Returns the options of {@code tick judge} beside the command line, by which it is told as it is. */
    default List<String> options() {
        return List.of();
    }

    /** Does the work of a scenario, and returns how that ended; returns soon after the deadline in any case. */
    ClientEnd run(ClientTask task);

    /** Returns whether it may go on calling when it has done the work of a scenario. */
    default boolean outlivesScenarios() {
        return false;
    }

    /** Ends what is left of it behind the last scenario. */
    @Override
    default void close() {}
}
