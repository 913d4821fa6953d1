package dev.tick.spec.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Numbers keep every digit, and are compared by their value. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 1.0 | true",
                "1e2 | 100 | true",
                "9007199254740993 | 9007199254740992 | false",
                "9007199254740993 | 9007199254740993.0 | true",
                "0.1 | 0.10000000000000000001 | false",
                "12345678901234567890123 | 12345678901234567890124 | false",
                "1e400 | 1e401 | false",
                "[1, {\"a\": 2.50}] | [1.0, {\"a\": 2.5}] | true",
                "[1, {\"a\": 2.50}] | [1.0, {\"a\": 2.51}] | false",
                "[1] | [1, 1] | false",
                "{\"a\": 1} | {\"b\": 1} | false",
                "1 | \"1\" | false",
                "null | 0 | false",
                "\"x\" | \"x\" | true"
            })
    void areEqualByTheirValue(String one, String other, boolean equal) {
        assertEquals(equal, Json.same(read(one), read(other)));
        assertEquals(equal, Json.same(read(other), read(one)));
    }

    @Test
    void keepEveryDigitInADocument() {
        JsonNode root = LocatedDocument.parse(
                        "a.yaml", "whole: 12345678901234567890123\nsmall: 0.10000000000000000001\n")
                .root();
        assertEquals("{\"whole\":12345678901234567890123,\"small\":0.10000000000000000001}", root.toString());
    }

    private static JsonNode read(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
