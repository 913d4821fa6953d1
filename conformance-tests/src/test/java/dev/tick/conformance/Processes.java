package dev.tick.conformance;

import java.util.concurrent.TimeUnit;

/** Processes of this machine, as tests look at them. */
final class Processes {
    private Processes() {}

    /** Returns whether a process ends within a minute; those of the tests would by themselves in ten. */
    static boolean ended(long pid) {
        return ProcessHandle.of(pid)
                .map(handle -> handle.onExit()
                        .thenApply(gone -> true)
                        .completeOnTimeout(false, 1, TimeUnit.MINUTES)
                        .join())
                .orElse(true);
    }
}
