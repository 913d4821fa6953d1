package dev.tick.stub.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs the stub server until it is interrupted. */
public final class Main {
    private Main() {}

    /** Exits with what {@link #run} says. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, utf8(System.out), utf8(System.err)));
    }

    /** Serves until the process is ended; returns 1 when the port cannot be had, 2 for a wrong option. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new StubCommand(out))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    err.println(error.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
