package dev.tick.conformance.progress;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The terminal that a run is watched at, if there is one. */
public final class Terminal {
    /** The terminal of the session, wherever output goes. */
    private static final Path SESSION = Path.of("/dev/tty");

    private final Optional<PrintStream> watched;
    private final Supplier<Optional<PrintStream>> askedFor;
    private final ConsoleStyle style;

    private Terminal(Optional<PrintStream> watched, Supplier<Optional<PrintStream>> askedFor, ConsoleStyle style) {
        this.watched = watched;
        this.askedFor = askedFor;
        this.style = style;
    }

    /**
     * Returns no terminal: the output goes to another program, such as Maven. Who asks for a line that is rewritten gets it at the
     * terminal of the session ({@code /dev/tty}), where the system has one.
     */
    public static Terminal none() {
        return new Terminal(Optional.empty(), () -> open(SESSION), ConsoleStyle.PLAIN);
    }

    /**
     * Returns the terminal that this stream writes to.
     *
     * @param environment {@code CI} and {@code TERM=dumb} say that nobody watches, {@code NO_COLOR} that no colours are wanted
     */
    public static Terminal of(PrintStream out, Map<String, String> environment) {
        boolean watched = environment.getOrDefault("CI", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean colours = watched && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                watched ? Optional.of(out) : Optional.empty(),
                () -> Optional.of(out),
                colours ? ConsoleStyle.ANSI : ConsoleStyle.PLAIN);
    }

    /** Returns where a line can be rewritten; empty where there is no terminal, or nobody watches it. */
    Optional<PrintStream> watched() {
        return watched;
    }

    /** Returns where to rewrite a line when the user asks for one; empty where there is no terminal at all. */
    Optional<PrintStream> askedFor() {
        return askedFor.get();
    }

    /** Returns colours where there is a terminal, and nobody asked for none. */
    public ConsoleStyle style() {
        return style;
    }

    private static Optional<PrintStream> open(Path device) {
        try {
            // Without CREATE: a terminal that is not there is none.
            return Optional.of(new PrintStream(
                    Files.newOutputStream(device, StandardOpenOption.WRITE), false, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
