package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest
    @CsvSource({
        "--port, abc, 2, Invalid value for option '--port'",
        "--port, 99999, 1, 'port: expected 0 to 65535, got 99999'",
        "--prot, 1, 2, Unknown options: '--prot'",
        "--mood, fault SUB-007-title-trimed, 1, 'fault: ''SUB-007-title-trimed'' is unknown; did you mean one of [SUB-007-title-'",
        "--mood, fault nonsense, 1, 'fault: ''nonsense'' is unknown; the command''s option --faults lists all'",
        "--refuse, some, 2, 'Invalid value for option ''--refuse'': expected one of [ALL, FACTS, NOTHING]'",
        "--mood, 429 x3 on tokn, 1, 'mood: in ''429 x3 on tokn'', there is no place ''tokn'' (did you mean ''token''?)'"
    })
    void saysWhatIsWrongWithAnOption(String option, String value, int exit, String message) {
        StringWriter err = new StringWriter();
        int ended =
                Main.run(new String[] {option, value}, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        assertEquals(exit, ended, err.toString());
        assertTrue(err.toString().contains(message), err.toString());
    }

    @Test
    void listsWhatCanBeBroken() {
        StringWriter out = new StringWriter();
        assertEquals(0, Main.run(new String[] {"--faults"}, new PrintWriter(out), new PrintWriter(new StringWriter())));
        assertTrue(
                out.toString()
                        .contains("SUB-007-title-trimmed  submitIndicator: title comes back without the white space"),
                out.toString());
    }
}
