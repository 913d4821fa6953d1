package dev.tick.conformance.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.console.Terminal.Ancestor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private static final String MAVEN = "java\0org.codehaus.plexus.classworlds.launcher.Launcher\0verify";
    private static final Map<String, String> WATCHED = Map.of("TERM", "xterm");

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3, pipe:[1], /dev/pts/9, /dev/pts/3", // Run by hand.
        "pipe:[1], /dev/pts/3, /dev/pts/9, /dev/pts/3", // Under Maven.
        "pipe:[1], /dev/tty1, /dev/pts/9, /dev/tty1",
        "pipe:[1], pipe:[2], /dev/pts/9, ''", // Maven's output goes through another command.
        "pipe:[1], /work/log, /dev/pts/9, ''",
        "pipe:[1], /dev/null, /dev/pts/9, ''"
    })
    void isWhereMavensOutputGoes(String own, String maven, String shell, String expected) {
        Map<Long, String> outputs = Map.of(4L, own, 3L, own, 2L, maven, 1L, shell);
        Terminal terminal = Terminal.find(
                WATCHED,
                Stream.of(
                        new Ancestor(4, "java\0surefire"),
                        new Ancestor(3, "/bin/sh"),
                        new Ancestor(2, MAVEN),
                        new Ancestor(1, "bash")),
                pid -> Optional.ofNullable(outputs.get(pid)).map(Path::of));
        assertEquals(expected, terminal.device().map(Path::toString).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "TERM, xterm, true, ANSI",
        "TERM, dumb, false, PLAIN",
        "CI, true, false, PLAIN",
        "NO_COLOR, 1, true, PLAIN",
        "NO_COLOR, '', true, ANSI"
    })
    void heedsTheEnvironment(String name, String value, boolean found, Style style) {
        Map<String, String> environment = new HashMap<>(WATCHED);
        environment.put(name, value);
        Terminal terminal = at(environment);
        assertEquals(found, terminal.device().isPresent());
        assertEquals(style, terminal.style());
    }

    @Test
    void isNoneWhereNobodySaysWhatKind() {
        assertEquals(Optional.empty(), at(Map.of()).device());
    }

    /** Nobody else's: a Maven that runs in another one's build writes to a log. */
    @Test
    void isNotThatOfAnotherMaven() {
        Map<Long, String> outputs = Map.of(3L, "pipe:[1]", 2L, "/work/invoker.log", 1L, "/dev/pts/1");
        Terminal terminal = Terminal.find(
                WATCHED,
                Stream.of(new Ancestor(3, "java\0surefire"), new Ancestor(2, MAVEN), new Ancestor(1, MAVEN)),
                pid -> Optional.ofNullable(outputs.get(pid)).map(Path::of));
        assertEquals(Optional.empty(), terminal.device());
    }

    @Test
    void knowsAWrapperThatRunsMavenItself() {
        Terminal terminal = Terminal.find(
                WATCHED,
                Stream.of(
                        new Ancestor(2, "java\0surefire"),
                        new Ancestor(1, "java\0org.apache.maven.wrapper.MavenWrapperMain\0verify")),
                pid -> Optional.of(Path.of(pid == 1 ? "/dev/pts/1" : "pipe:[1]")));
        assertEquals(Optional.of(Path.of("/dev/pts/1")), terminal.device());
    }

    /** Where a line is asked for, neither the environment nor a pipe is in its way. */
    @Test
    void isThatOfTheSessionWhereItIsAskedFor() {
        assertEquals(Path.of("/dev/pts/1"), at(Map.of("CI", "true")).deviceAskedFor());
        Terminal piped =
                Terminal.find(WATCHED, Stream.of(new Ancestor(1, "java")), pid -> Optional.of(Path.of("pipe:[1]")));
        assertEquals(Path.of("/dev/tty"), piped.deviceAskedFor());
    }

    /** The real one: whatever it finds, it must not fail. */
    @Test
    void looksAtTheProcessesOfThisMachine() {
        Terminal terminal = Terminal.find(Map.of("TERM", "xterm"));
        assertEquals(terminal.device().isPresent() ? Style.ANSI : Style.PLAIN, terminal.style());
    }

    private static Terminal at(Map<String, String> environment) {
        return Terminal.find(
                environment, Stream.of(new Ancestor(1, "java")), pid -> Optional.of(Path.of("/dev/pts/1")));
    }
}
