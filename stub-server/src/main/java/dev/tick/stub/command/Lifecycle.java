package dev.tick.stub.command;

import dev.tick.stub.StubServer;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The time in which a stub runs. */
interface Lifecycle {
    /**
     * Returns when the stub is to be stopped.
     *
     * @param certificate the file of its certificate, which is of no use after it
     */
    void during(StubServer stub, Optional<Path> certificate) throws InterruptedException;

    /** Lets a stub run until the process gets a signal to end; it ends when the stub is closed, with the JVM's 130 or 143. */
    static Lifecycle untilSignal(PrintWriter out) {
        return (stub, certificate) -> {
            certificate.map(Path::toFile).ifPresent(File::deleteOnExit);
            // The JVM waits only for its hooks, not for the thread that started the stub.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stub.close();
                out.println("Stopped; nothing is kept.");
                out.flush();
            }));
            new CountDownLatch(1).await();
        };
    }
}
