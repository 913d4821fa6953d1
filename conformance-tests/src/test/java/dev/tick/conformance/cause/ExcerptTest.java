package dev.tick.conformance.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.outcome.Mismatch;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void excerptsBeginWhereTheSidesPart() {
        String common = "abcdefghij".repeat(20);
        Mismatch contrast = new Mismatch("title", common + "expected", common + "got");
        assertEquals(
                "title: expected …abcdefghijabcdefghijexpected, got …abcdefghijabcdefghijgot",
                Excerpt.of(contrast).sentence());
        assertEquals(
                "expected cafe\u0301 (U+0066 U+0065 U+0301), got caf\u00e9 (U+0066 U+00E9)",
                Excerpt.of(new Mismatch("", "cafe\u0301", "caf\u00e9")).sentence());
        Mismatch brief = new Mismatch("", "201", "200");
        assertEquals(brief, Excerpt.of(brief));
        assertEquals("x".repeat(200) + "…", Excerpt.of("x".repeat(201)));
        assertEquals("x".repeat(199) + "…", Excerpt.of("x".repeat(199) + "🛡🛡"));
    }
}
