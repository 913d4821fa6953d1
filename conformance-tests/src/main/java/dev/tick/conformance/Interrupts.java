package dev.tick.conformance;

import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.conduct.Terms;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or another signal to end, while something is under way that has to be ended well: the process waits for that. */
final class Interrupts implements AutoCloseable {
    /** Seconds for the last request and the results, beside those for the clean-up. */
    private static final long REST = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interrupts(Runnable ask, Duration longest) {
        hook = new Thread(() -> end(ask, longest), "tick-interrupt");
    }

    /**
     * Listens until closed.
     *
     * @param ask asks for the end, which closing this tells
     * @param longest time that the process waits for it
     */
    static Interrupts listen(Runnable ask, Duration longest) {
        Interrupts interrupts = new Interrupts(ask, longest);
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        return interrupts;
    }

    /**
     * Listens until closed, if the run writes down what it creates.
     *
     * @param interruption ends the run
     */
    static Interrupts listen(Terms terms, Interruption interruption) {
        Duration longest = Interruption.CLEANING.plusSeconds(REST);
        return terms.ledgers().isPresent()
                ? listen(interruption::ask, longest)
                : new Interrupts(interruption::ask, longest);
    }

    private void end(Runnable ask, Duration longest) {
        ask.run();
        try {
            if (!ended.await(longest.toSeconds(), TimeUnit.SECONDS)) {
                // The process ends in either case; a ledger says what is left.
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
