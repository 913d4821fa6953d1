package dev.tick.conformance.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client that is a command: one process for each scenario, killed with its children at the deadline. */
public final class CommandProgram implements ClientProgram {
    private final ClientCommand command;

    /** Creates the client of a command line. */
    public CommandProgram(ClientCommand command) {
        this.command = command;
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public Optional<String> command() {
        return command.shown();
    }

    @Override
    public ClientEnd run(ClientTask task) {
        Process process = command.start(task.environment(), ClientCommand.Errors.AMONG_OUTPUT);
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the standard input of a client", e);
        }
        LastOutput output = new LastOutput();
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> output.addAll(process.getInputStream()), OwnThread.INSTANCE);
        ProcessFamily family = new ProcessFamily(process);
        Optional<Integer> code = family.ended(task.deadline());
        family.end();
        OwnThread.await(reading);
        return new ClientEnd(code, output.text());
    }
}
