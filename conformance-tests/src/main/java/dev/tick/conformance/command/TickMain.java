package dev.tick.conformance.command;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The entry point of {@code tick.jar}. */
public final class TickMain {
    private TickMain() {}

    /** Exits with the code of {@link Tick#run}. */
    public static void main(String[] arguments) {
        Optional<String> starter = Optional.ofNullable(System.getProperty(ShortRun.MARK));
        starter.ifPresent(ShortRun::endWith);
        Optional<List<String>> quicker =
                starter.isEmpty() ? ShortRun.command(ProcessHandle.current().info(), arguments) : Optional.empty();
        OptionalInt code = quicker.map(ShortRun::run).orElse(OptionalInt.empty());
        System.exit(code.orElseGet(() -> here(arguments)));
    }

    private static int here(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new Tick(System.getenv(), Clock.systemUTC(), out, err, isTerminal()).run(arguments);
    }

    /** Returns whether there is a terminal; since Java 22 there may be a console without one, which has to be asked. */
    @SuppressWarnings("SystemConsoleNull") // Whether it is null is only the first question.
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
