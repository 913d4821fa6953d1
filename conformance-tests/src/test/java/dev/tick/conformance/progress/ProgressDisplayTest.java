package dev.tick.conformance.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HandClock;
import dev.tick.conformance.progress.ProgressDisplay.LineMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final HandClock clock = new HandClock();

    @Test
    void saysNothingOfAShortRun() {
        ProgressDisplay display = new ProgressDisplay(clock, stream, LineMode.PLAIN);
        display.planned(3);
        tellFor(display, 9);
        assertEquals("", said());
        display.close();
        assertEquals("", said());
    }

    @Test
    void saysALineNowAndThenOfALongOne() {
        ProgressDisplay display = new ProgressDisplay(clock, stream, LineMode.PLAIN);
        display.planned(3);
        display.sent("POST /a");
        display.answered();
        display.ended();
        tellFor(display, 25);
        assertEquals("1 of 3 cases, 1 request, 10 s\n1 of 3 cases, 1 request, 20 s\n", said());
    }

    @Test
    void saysAtOnceWhatIsWaitedFor() {
        ProgressDisplay display = new ProgressDisplay(clock, stream, LineMode.PLAIN);
        display.planned(2);
        display.sent("GET /slow");
        tellFor(display, 5);
        assertEquals("0 of 2 cases, 1 request, 3 s; waiting 3 s for GET /slow\n", said());
        display.answered();
        display.waiting(Duration.ofSeconds(60), "the target's quota is used up (429)");
        display.tell();
        assertEquals("0 of 2 cases, 1 request, 5 s; waiting 0 of 60 s: the target's quota is used up (429)\n", said());
        tellFor(display, 10);
        assertEquals(
                "0 of 2 cases, 1 request, 15 s; waiting 10 of 60 s: the target's quota is used up (429)\n", said());
    }

    /** The terminal itself cuts the line (ESC[?7l), so that a narrow one does not scroll. */
    @Test
    void rewritesOneLineAtATerminalAndLeavesNone() {
        ProgressDisplay display = new ProgressDisplay(clock, stream, LineMode.REWRITTEN);
        display.tell();
        assertEquals("\r\u001b[K\u001b[?7lgetting ready, 0 s\u001b[?7h", said());
        display.planned(264);
        display.sent("POST /a");
        display.tell();
        assertEquals("\r\u001b[K\u001b[?7l0 of 264 cases, 1 request, 0 s\u001b[?7h", said());
        tellFor(display, 3);
        assertTrue(said().endsWith(
                        "\r\u001b[K\u001b[?7l0 of 264 cases, 1 request, 3 s; waiting 3 s for POST /a\u001b[?7h"));
        display.close();
        assertEquals("\r\u001b[K", said());
    }

    @Test
    void saysNothingAfterItsEnd() {
        for (LineMode mode : LineMode.values()) {
            ProgressDisplay display = new ProgressDisplay(clock, stream, mode);
            display.close();
            said();
            tellFor(display, 30);
            display.close();
            assertEquals("", said(), mode.name());
        }
    }

    @Test
    void boundsWhatItWrites() {
        ProgressDisplay display = new ProgressDisplay(clock, stream, LineMode.REWRITTEN);
        display.sent("GET /" + "a".repeat(5000));
        clock.move(Duration.ofSeconds(3));
        display.tell();
        assertEquals(300 + "\r\u001b[K\u001b[?7l\u001b[?7h".length(), said().length());
    }

    @Test
    void writesPlainLinesWhereThereIsNoTerminal() {
        try (Progress progress = ProgressDisplay.at(Terminal.none(), ProgressMode.AUTO, clock, stream)) {
            progress.planned(3);
            ProgressDisplay display = (ProgressDisplay) progress;
            tellFor(display, 10);
            assertEquals("0 of 3 cases, 0 requests, 10 s\n", said());
        }
    }

    @Test
    void rewritesItsLineOnADumbTerminalWhereThatIsAskedFor() {
        Terminal dumb = Terminal.of(stream, Map.of("TERM", "dumb"));
        try (Progress progress = ProgressDisplay.at(dumb, ProgressMode.LINE, clock, stream)) {
            ((ProgressDisplay) progress).tell();
            assertEquals("\r\u001b[K\u001b[?7lgetting ready, 0 s\u001b[?7h", said());
        }
    }

    @Test
    void isSilentWhereItIsToldTo() {
        assertSame(Progress.SILENT, ProgressDisplay.at(Terminal.none(), ProgressMode.NONE, clock, stream));
    }

    /** A terminal would obey them. */
    @Test
    void showsNoControlCharacterOfAPath() {
        ProgressDisplay display = new ProgressDisplay(clock, stream, LineMode.PLAIN);
        display.sent("GET /\u001b]0;x\u0007\r\n");
        tellFor(display, 3);
        assertEquals("getting ready, 3 s; waiting 3 s for GET /?]0;x???\n", said());
    }

    private void tellFor(ProgressDisplay display, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.move(Duration.ofSeconds(1));
            display.tell();
        }
    }

    private String said() {
        String said = out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        out.reset();
        return said;
    }
}
