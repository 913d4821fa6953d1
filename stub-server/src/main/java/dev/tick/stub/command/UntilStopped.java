package dev.tick.stub.command;

import dev.tick.stub.StubServer;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Lets a stub run until the process is told to end; it ends when the stub is closed, with the JVM's 130 or 143. */
final class UntilStopped implements Running {
    private final PrintWriter out;

    UntilStopped(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void during(StubServer stub, Optional<Path> certificate) throws InterruptedException {
        certificate.map(Path::toFile).ifPresent(File::deleteOnExit);
        // The JVM waits for its hooks alone, not for the thread that started the stub.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stub.close();
            out.println("Stopped; nothing is kept.");
            out.flush();
        }));
        new CountDownLatch(1).await();
    }
}
