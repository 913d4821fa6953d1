package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.text.VisibleText;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void writesWhatATerminalWouldObey() {
        assertEquals("a\\u001B[2J\\u000D\\u000A\\u0009b", VisibleText.line("a\u001b[2J\r\n\tb"));
        assertEquals("a\\u202Eb\\uFEFF\\uD800", VisibleText.line("a\u202eb\uFEFF\ud800"));
        assertEquals("é שלום 🛡", VisibleText.line("é שלום 🛡"));
    }

    @Test
    void knowsWhatOnlyLooksTheSame() {
        assertTrue(VisibleText.looksTheSame("caf\u00e9", "cafe\u0301"));
        assertFalse(VisibleText.looksTheSame("caf\u00e9", "caf\u00e9"));
        assertFalse(VisibleText.looksTheSame("caf\u00e9", "cafe"));
        assertEquals(" (U+0065 U+0301)", VisibleText.codePoints("e\u0301"));
    }
}
