package dev.tick.conformance;

import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.conduct.Terms;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or another signal to end, while a run is under way that has to clean up: the process ends when the run has. */
final class Interrupts implements AutoCloseable {
    /** Seconds for the last request and the results, beside those for the clean-up. */
    private static final long REST = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interrupts(Interruption interruption) {
        hook = new Thread(() -> end(interruption), "tick-interrupt");
    }

    /**
     * Listens until closed, if the run writes down what it creates.
     *
     * @param interruption ends the run
     */
    static Interrupts listen(Terms terms, Interruption interruption) {
        Interrupts interrupts = new Interrupts(interruption);
        if (terms.ledgers().isPresent()) {
            Runtime.getRuntime().addShutdownHook(interrupts.hook);
        }
        return interrupts;
    }

    private void end(Interruption interruption) {
        interruption.ask();
        try {
            if (!ended.await(Interruption.CLEANING.toSeconds() + REST, TimeUnit.SECONDS)) {
                // The process ends in either case; the ledger says what is left.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
            return;
        }
    }
}
