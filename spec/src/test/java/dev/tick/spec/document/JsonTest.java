package dev.tick.spec.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.http.Body;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A body that is no JSON is named as what it is. */
class JsonTest {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'};

    @Test
    void aByteOrderMark() {
        assertEquals(
                Optional.of("a byte order mark before the text, which RFC 8259, section 8.1, forbids"),
                Body.of(BOM).problem());
        assertEquals(
                Optional.of("UTF-16 behind a byte order mark, and not UTF-8"),
                Body.of("{}".getBytes(StandardCharsets.UTF_16)).problem());
    }

    @Test
    void aNumberBeyondAllLimits() {
        assertEquals(
                Optional.of("a number whose exponent is beyond all limits"),
                Body.of("[1e99999999999]").problem());
    }

    @Test
    void aPage() {
        assertEquals(
                Optional.of("an HTML page, or XML"),
                Body.of("\r\n<!DOCTYPE html><html>Blocked</html>").problem());
    }
}
