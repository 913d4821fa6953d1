package dev.tick.conformance;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of an observation: Ctrl-C, or another signal to end, at which the process waits until the results are written. */
final class EndOfObservation implements AutoCloseable {
    /** More than the results take to write, so that nothing hangs if they cannot be. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final Interrupts interrupts = Interrupts.listen(this::ask, LONGEST);

    /** Asks for the end, as a signal does. */
    void ask() {
        asked.countDown();
    }

    /** Waits so long, and returns whether the end came. */
    boolean comesWithin(Duration length) {
        try {
            return asked.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        interrupts.close();
    }
}
