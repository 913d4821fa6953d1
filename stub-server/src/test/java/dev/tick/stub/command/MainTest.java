package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest
    @CsvSource({
        "--port, abc, 2, Invalid value for option '--port'",
        "--port, 99999, 1, 'port: expected 0 to 65535, got 99999'",
        "--prot, 1, 2, Unknown options: '--prot'"
    })
    void saysWhatIsWrongWithAnOption(String option, String value, int exit, String message) {
        StringWriter err = new StringWriter();
        int ended =
                Main.run(new String[] {option, value}, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        assertEquals(exit, ended, err.toString());
        assertTrue(err.toString().contains(message), err.toString());
    }
}
