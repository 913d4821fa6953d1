package dev.tick.conformance.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TellerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final Hand clock = new Hand();

    @Test
    void saysNothingOfAShortRun() {
        Teller teller = new Teller(clock, stream, 0);
        teller.planned(3);
        tellFor(teller, 9);
        assertEquals("", said());
        teller.close();
        assertEquals("", said());
    }

    @Test
    void saysALineNowAndThenOfALongOne() {
        Teller teller = new Teller(clock, stream, 0);
        teller.planned(3);
        teller.sent("POST /a");
        teller.answered();
        teller.ended();
        tellFor(teller, 25);
        assertEquals("1 of 3 cases, 1 requests, 10 s\n1 of 3 cases, 1 requests, 20 s\n", said());
    }

    @Test
    void saysAtOnceWhatIsWaitedFor() {
        Teller teller = new Teller(clock, stream, 0);
        teller.planned(2);
        teller.sent("GET /slow");
        tellFor(teller, 5);
        assertEquals("0 of 2 cases, 1 requests, 3 s; waiting 3 s for GET /slow\n", said());
        teller.answered();
        teller.waiting(Duration.ofSeconds(60), "the target's quota is used up (429)");
        teller.tell();
        assertEquals("0 of 2 cases, 1 requests, 5 s; waiting 0 of 60 s: the target's quota is used up (429)\n", said());
        tellFor(teller, 10);
        assertEquals(
                "0 of 2 cases, 1 requests, 15 s; waiting 10 of 60 s: the target's quota is used up (429)\n", said());
    }

    @Test
    void rewritesOneLineAtATerminalAndLeavesNone() {
        Teller teller = new Teller(clock, stream, 40);
        teller.planned(264);
        teller.tell();
        assertEquals("\r\u001b[K0 of 264 cases, 0 requests, 0 s", said());
        teller.sent("POST /a/\u001b[2Jlong");
        tellFor(teller, 4);
        String cut = "0 of 264 cases, 1 requests, 4 s; waitin";
        assertEquals(39, cut.length());
        assertEquals(cut, said().replaceFirst("(?s).*\u001b\\[K", ""));
        teller.close();
        assertEquals("\r\u001b[K", said());
    }

    /** A terminal would obey them. */
    @Test
    void showsNoControlCharacterOfAPath() {
        Teller teller = new Teller(clock, stream, 0);
        teller.sent("GET /\u001b]0;x\u0007\r\n");
        tellFor(teller, 3);
        assertEquals("0 of 0 cases, 1 requests, 3 s; waiting 3 s for GET /?]0;x???\n", said());
    }

    private void tellFor(Teller teller, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.now = clock.now.plusSeconds(1);
            teller.tell();
        }
    }

    private String said() {
        String said = out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        out.reset();
        return said;
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
