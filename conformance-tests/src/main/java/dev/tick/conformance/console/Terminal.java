package dev.tick.conformance.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The terminal that a run is watched at, if there is one. Maven lets the checks run in a process of their own, whose output is a pipe
 * to Maven; so it is Maven's own output that tells. That can be seen on Linux alone; elsewhere there is none.
 */
public final class Terminal {
    /** Maven's main class, in the command line of its process. */
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private static final int DEFAULT_WIDTH = 80;

    private final Map<String, String> environment;
    private final Optional<Path> device;

    private Terminal(Map<String, String> environment, Optional<Path> device) {
        this.environment = environment;
        this.device = device;
    }

    /**
     * Looks for the terminal of this process or of the Maven that started it.
     *
     * @param environment of this process; {@code CI} and {@code TERM=dumb} say that nobody watches
     */
    public static Terminal find(Map<String, String> environment) {
        return find(environment, ancestors(), pid -> link(Path.of("/proc", String.valueOf(pid), "fd", "1")));
    }

    /**
     * The same, of processes that are given.
     *
     * @param processes this one, its parent, and so on: pid and command line
     * @param output the file that is a process's standard output; empty when it cannot be told
     */
    static Terminal find(
            Map<String, String> environment, Stream<Ancestor> processes, Function<Long, Optional<Path>> output) {
        boolean watched = environment.getOrDefault("CI", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        if (!watched) {
            return new Terminal(environment, Optional.empty());
        }
        Optional<Path> device = Optional.empty();
        boolean first = true;
        for (Ancestor process : processes.toList()) {
            if (first || process.command().contains(MAVEN)) {
                device = device.or(() -> output.apply(process.pid()).filter(Terminal::isTerminal));
            }
            first = false;
        }
        return new Terminal(environment, device);
    }

    /** A process and its command line. */
    record Ancestor(long pid, String command) {}

    /** Where a line can be written that the next one replaces; empty where there is no terminal. */
    public Optional<Path> device() {
        return device;
    }

    /** Colours where there is a terminal, and nobody asked for none ({@code NO_COLOR}). */
    public Style style() {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return wanted && device.isPresent() ? Style.ANSI : Style.PLAIN;
    }

    /** How many characters a line has; 80 where nobody says. */
    public int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }

    private static boolean isTerminal(Path file) {
        return file.toString().matches("/dev/(pts/[0-9]+|tty[A-Za-z0-9]*|console)");
    }

    private static Stream<Ancestor> ancestors() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .map(process -> new Ancestor(process.pid(), command(process.pid())));
    }

    private static String command(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Path> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
