package dev.tick.conformance.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The terminal that a run is watched at, if there is one. Maven lets the checks run in a process of their own, whose output is a pipe
 * to Maven; so it is Maven's own output that tells. That can be seen on Linux alone; elsewhere there is none.
 */
public final class Terminal {
    /** Maven's main classes, in the command line of its process: by mvn, and by a wrapper that does without. */
    private static final List<String> MAVEN =
            List.of("org.codehaus.plexus.classworlds.launcher.Launcher", "org.apache.maven.wrapper.MavenWrapperMain");

    /** The terminal of the session, wherever output goes. */
    private static final Path SESSION = Path.of("/dev/tty");

    private final Map<String, String> environment;
    private final Optional<Path> output;

    private Terminal(Map<String, String> environment, Optional<Path> output) {
        this.environment = environment;
        this.output = output;
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
        List<Ancestor> all = processes.toList();
        Stream<Ancestor> maven = all.stream()
                .skip(1)
                .filter(process -> MAVEN.stream().anyMatch(process.command()::contains))
                // A Maven that this one was started by has a log of its own.
                .limit(1);
        return new Terminal(
                environment,
                Stream.concat(all.stream().limit(1), maven)
                        .flatMap(process -> output.apply(process.pid()).stream())
                        .filter(Terminal::isTerminal)
                        .findFirst());
    }

    /** A process and its command line. */
    record Ancestor(long pid, String command) {}

    /** Where a line can be written that the next one replaces; empty where there is no terminal, or nobody watches it. */
    public Optional<Path> device() {
        boolean watched = environment.getOrDefault("CI", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return watched ? output : Optional.empty();
    }

    /** Where such a line is to go when it is asked for; there may be nothing. */
    Path deviceAskedFor() {
        return output.orElse(SESSION);
    }

    /** Colours where there is a terminal, and nobody asked for none ({@code NO_COLOR}). */
    public Style style() {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return wanted && device().isPresent() ? Style.ANSI : Style.PLAIN;
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
