package dev.tick.conformance.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HandClock;
import dev.tick.conformance.progress.ProgressDisplay.Manner;
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
        ProgressDisplay teller = new ProgressDisplay(clock, stream, Manner.PLAIN);
        teller.planned(3);
        tellFor(teller, 9);
        assertEquals("", said());
        teller.close();
        assertEquals("", said());
    }

    @Test
    void saysALineNowAndThenOfALongOne() {
        ProgressDisplay teller = new ProgressDisplay(clock, stream, Manner.PLAIN);
        teller.planned(3);
        teller.sent("POST /a");
        teller.answered();
        teller.ended();
        tellFor(teller, 25);
        assertEquals("1 of 3 cases, 1 request, 10 s\n1 of 3 cases, 1 request, 20 s\n", said());
    }

    @Test
    void saysAtOnceWhatIsWaitedFor() {
        ProgressDisplay teller = new ProgressDisplay(clock, stream, Manner.PLAIN);
        teller.planned(2);
        teller.sent("GET /slow");
        tellFor(teller, 5);
        assertEquals("0 of 2 cases, 1 request, 3 s; waiting 3 s for GET /slow\n", said());
        teller.answered();
        teller.waiting(Duration.ofSeconds(60), "the target's quota is used up (429)");
        teller.tell();
        assertEquals("0 of 2 cases, 1 request, 5 s; waiting 0 of 60 s: the target's quota is used up (429)\n", said());
        tellFor(teller, 10);
        assertEquals(
                "0 of 2 cases, 1 request, 15 s; waiting 10 of 60 s: the target's quota is used up (429)\n", said());
    }

    /** The terminal itself cuts the line (ESC[?7l), so that a narrow one does not scroll. */
    @Test
    void rewritesOneLineAtATerminalAndLeavesNone() {
        ProgressDisplay teller = new ProgressDisplay(clock, stream, Manner.REWRITTEN);
        teller.tell();
        assertEquals("\r\u001b[K\u001b[?7lgetting ready, 0 s\u001b[?7h", said());
        teller.planned(264);
        teller.sent("POST /a");
        teller.tell();
        assertEquals("\r\u001b[K\u001b[?7l0 of 264 cases, 1 request, 0 s\u001b[?7h", said());
        tellFor(teller, 3);
        assertTrue(said().endsWith(
                        "\r\u001b[K\u001b[?7l0 of 264 cases, 1 request, 3 s; waiting 3 s for POST /a\u001b[?7h"));
        teller.close();
        assertEquals("\r\u001b[K", said());
    }

    @Test
    void saysNothingAfterItsEnd() {
        for (Manner manner : Manner.values()) {
            ProgressDisplay teller = new ProgressDisplay(clock, stream, manner);
            teller.close();
            said();
            tellFor(teller, 30);
            teller.close();
            assertEquals("", said(), manner.name());
        }
    }

    @Test
    void boundsWhatItWrites() {
        ProgressDisplay teller = new ProgressDisplay(clock, stream, Manner.REWRITTEN);
        teller.sent("GET /" + "a".repeat(5000));
        clock.move(Duration.ofSeconds(3));
        teller.tell();
        assertEquals(300 + "\r\u001b[K\u001b[?7l\u001b[?7h".length(), said().length());
    }

    @Test
    void writesPlainLinesWhereThereIsNoTerminal() {
        try (Progress progress = ProgressDisplay.at(Terminal.none(), ProgressMode.AUTO, clock, stream)) {
            progress.planned(3);
            ProgressDisplay teller = (ProgressDisplay) progress;
            tellFor(teller, 10);
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
        ProgressDisplay teller = new ProgressDisplay(clock, stream, Manner.PLAIN);
        teller.sent("GET /\u001b]0;x\u0007\r\n");
        tellFor(teller, 3);
        assertEquals("getting ready, 3 s; waiting 3 s for GET /?]0;x???\n", said());
    }

    private void tellFor(ProgressDisplay teller, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.move(Duration.ofSeconds(1));
            teller.tell();
        }
    }

    private String said() {
        String said = out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        out.reset();
        return said;
    }
}
