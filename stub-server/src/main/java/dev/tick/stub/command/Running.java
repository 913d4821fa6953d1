package dev.tick.stub.command;

import dev.tick.stub.StubServer;
import java.nio.file.Path;
import java.util.Optional;

/** What is done while a stub runs. */
interface Running {
    /**
     * Returns when the stub is to be stopped.
     *
     * @param certificate the file of its certificate, which is of no use after it
     */
    void during(StubServer stub, Optional<Path> certificate) throws InterruptedException;
}
