package dev.tick.conformance.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private final PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "TERM, xterm, true, ANSI",
        "TERM, dumb, false, PLAIN",
        "CI, true, false, PLAIN",
        "NO_COLOR, 1, true, PLAIN",
        "NO_COLOR, '', true, ANSI"
    })
    void heedsTheEnvironment(String name, String value, boolean watched, ConsoleStyle style) {
        Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));
        environment.put(name, value);
        Terminal terminal = Terminal.of(out, environment);
        assertEquals(watched, terminal.watched().isPresent());
        assertEquals(style, terminal.style());
    }

    /** On Windows nothing says what kind of terminal it is. */
    @Test
    void needsNoKindOfTerminal() {
        assertEquals(Optional.of(out), Terminal.of(out, Map.of()).watched());
    }

    @Test
    void isAskedForWhereNobodyWatches() {
        assertEquals(Optional.of(out), Terminal.of(out, Map.of("CI", "true")).askedFor());
    }

    @Test
    void isNoneWhereOutputGoesToAnotherProgram() {
        assertEquals(Optional.empty(), Terminal.none().watched());
        assertEquals(ConsoleStyle.PLAIN, Terminal.none().style());
    }
}
