package dev.tick.conformance.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread for each task, which does not outlive the kit. A task may wait as long as a client lives, so that a shared pool would have
 * none left for the next one.
 */
enum OwnThread implements Executor {
    INSTANCE;

    private static final Duration GRACE = Duration.ofSeconds(2);

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task, "tick-client");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits a moment for the end of reading what a process printed that has ended; a child that was not found may hold the stream open,
     * and nobody waits for that.
     */
    static void await(CompletableFuture<Void> reading) {
        try {
            reading.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client's output could not be read", e.getCause());
        } catch (TimeoutException e) {
            // What was read until now is all that counts.
            return;
        }
    }
}
