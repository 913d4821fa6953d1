package dev.tick.conformance.client;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and those that it started. A child of a process that has ended is nobody's any more, so the children are looked for while it
 * lives; one that was there for less than the time between two looks is not found.
 */
final class ProcessFamily {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Process process;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessFamily(Process process) {
        this.process = process;
    }

    /** Waits for the end of the process; returns its exit code, or nothing where the time is over first. */
    Optional<Integer> ended(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            boolean ended = false;
            while (!ended && System.nanoTime() < end) {
                look();
                long left = Math.min(end - System.nanoTime(), BETWEEN_LOOKS.toNanos());
                ended = process.waitFor(left, TimeUnit.NANOSECONDS);
            }
            return ended ? Optional.of(process.exitValue()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends what is left, the children first, while they are still known as such. */
    void end() {
        look();
        seen.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void look() {
        process.descendants().forEach(seen::add);
        // The children of a child whose parent has ended are still its own.
        Set.copyOf(seen).stream().flatMap(ProcessHandle::descendants).forEach(seen::add);
    }
}
