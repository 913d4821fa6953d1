package dev.tick.conformance.command;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The entry point of {@code tick.jar}. */
public final class Main {
    private Main() {}

    /** Exits with the code of {@link Tick#run}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Tick(System.getenv(), Clock.systemUTC(), out, err, isTerminal()).run(arguments));
    }

    /** Since Java 22 there is a console without a terminal as well; it can be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
