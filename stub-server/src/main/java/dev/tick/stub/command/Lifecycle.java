package dev.tick.stub.command;

import dev.tick.stub.StubServer;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** The time in which a stub runs. */
interface Lifecycle {
    /**
     * Returns when the stub is to be stopped.
     *
     * @param forget removes the files that are of no use after it; it may run more than once
     */
    void during(StubServer stub, Runnable forget) throws InterruptedException;

    /** Lets a stub run until the process gets a signal to end; it ends when the stub is closed, with the JVM's 130 or 143. */
    static Lifecycle untilSignal(PrintWriter out) {
        return (stub, forget) -> {
            // The JVM waits only for its hooks, not for the thread that started the stub.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                forget.run();
                stub.close();
                out.println("Stopped; nothing is kept.");
                out.flush();
            }));
            new CountDownLatch(1).await();
        };
    }
}
