package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.StoppedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A wish to end a run early, such as Ctrl-C: it ends the run's waits, and stops it before its next request. What cleans up goes on for
 * a while. Thread-safe.
 */
public final class Interruption {
    /** A system that shuts down waits for its programs, but not for long. */
    public static final Duration CLEANING = Duration.ofSeconds(20);

    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile long since;

    /** Asks the run to end. */
    public void ask() {
        since = System.nanoTime();
        asked.countDown();
    }

    /** Returns whether the run is to end. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /**
     * Waits for so long.
     *
     * @throws StoppedException when the run is to end meanwhile
     */
    public void pause(Duration length, String reason) {
        boolean before = isAsked();
        try {
            if (before) {
                TimeUnit.MILLISECONDS.sleep(Math.min(length.toMillis(), CLEANING.toMillis()));
            } else if (asked.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException("interrupted while it waited for " + reason);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Requires that the run may go on. */
    void requireGoingOn() {
        if (isAsked()) {
            throw new StoppedException("interrupted");
        }
    }

    /** Requires that there is time left to clean up. */
    void requireTimeToClean() {
        if (isAsked() && System.nanoTime() - since > CLEANING.toNanos()) {
            throw new StoppedException("after the interruption it had " + CLEANING.toSeconds() + " s");
        }
    }
}
