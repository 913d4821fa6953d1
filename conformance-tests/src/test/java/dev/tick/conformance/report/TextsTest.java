package dev.tick.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.outcome.Mismatch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** How texts of any origin are shown. */
class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "<script>alert(1)</script>, &lt;script&gt;alert(1)&lt;/script&gt;",
        "'\" onload=\"x', &quot; onload=&quot;x",
        "a&amp;b, a&amp;amp;b"
    })
    void markupIsText(String text, String escaped) {
        assertEquals(escaped, Markup.escape(text));
        assertEquals("it&#39;s", Markup.escape("it's"));
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertEquals("\\u0000\\u001B\\u0085", Markup.escape("\u0000\u001b\u0085"));
        assertEquals("\\uFEFF{}", Markup.escape("\uFEFF{}"));
        assertEquals("a\\u202Eb\\u2066", Markup.escape("a\u202eb\u2066"));
        assertEquals("\\uD800x\\u2028", Markup.escape("\ud800x\u2028"));
        assertEquals("\\uFFFF\\u000D\n\t", Markup.escape("\uffff\r\n\t"));
        assertEquals("é שלום 🛡 �", Markup.escape("é שלום 🛡 �"));
    }

    @Test
    void jsonIsIndented() {
        assertEquals("""
                {
                  "a": [
                    1,
                    "x, {y}: \\"z\\""
                  ],
                  "a": {},
                  "b": []
                }""", Indented.of("{\"a\":[1,\"x, {y}: \\\"z\\\"\"],\"a\":{},\"b\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\" : 1}", "[1, 2 ,{\"b\":null}]", "{\"a\":\"\\\\\",\"b\":\"\\u0041\"}"})
    void indentingChangesNoValue(String text) {
        assertEquals(JsonMapper.shared().readTree(text), JsonMapper.shared().readTree(Indented.of(text)));
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        for (String text : List.of("", "<html>", "no, {json}", "\"a,b\"")) {
            assertEquals(text, Indented.of(text));
        }
        assertEquals("{\n  \"a", Indented.of("{\"a"));
        assertEquals("}", Indented.of("}"));
        assertTrue(Indented.of("[".repeat(5000) + "]".repeat(5000)).length() < 500_000);
    }

    @Test
    void differencesAreMarked() {
        Marked.Pair pair = Marked.of("\"  a title \"", "\"a title\"");
        assertEquals("\"«  »a title« »\"", marked(pair.expected()));
        assertEquals("\"a title\"", marked(pair.got()));
        pair = Marked.of("\"2026-11-26T00:00:00Z\"", "\"2026-11-25T00:00:00Z\"");
        assertEquals("\"2026-11-«26T00»:00:00Z\"", marked(pair.expected()));
        assertEquals("\"2026-11-«25T00»:00:00Z\"", marked(pair.got()));
    }

    /** Who sees no difference would not believe in it. */
    @Test
    void whatLooksTheSameIsSpelled() {
        Marked.Pair pair = Marked.of("\"caf\u00e9 x\"", "\"cafe\u0301 x\"");
        assertEquals("\"«caf\u00e9 (U+0063 U+0061 U+0066 U+00E9)» x\"", marked(pair.expected()));
        assertEquals("\"«cafe\u0301 (U+0063 U+0061 U+0066 U+0065 U+0301)» x\"", marked(pair.got()));
    }

    @Test
    void whereEverythingDiffersNothingIsMarked() {
        assertEquals("a refusal", marked(Marked.of("a refusal", "201").expected()));
        assertEquals("201", marked(Marked.of("a refusal", "201").got()));
        String text = "x".repeat(15_000);
        assertEquals(text, marked(Marked.of(text, text + "y").expected()));
    }

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

    private static String marked(List<Marked> pieces) {
        return pieces.stream()
                .map(piece -> piece.differs() ? "«" + piece.text() + "»" : piece.text())
                .collect(Collectors.joining());
    }
}
