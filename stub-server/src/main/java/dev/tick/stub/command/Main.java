package dev.tick.stub.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs the stub server until it is interrupted. */
public final class Main {
    private Main() {}

    /** Exits with 0 when interrupted, 1 when the port is taken, 2 for a wrong option. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StubCommand(new PrintWriter(System.out, true, StandardCharsets.UTF_8)))
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    command.getErr().println(error.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }
}
