package dev.tick.conformance.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals(escaped, PageTemplate.escape(text));
        assertEquals("it&#39;s", PageTemplate.escape("it's"));
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertEquals("\\u0000\\u001B\\u0085", PageTemplate.escape("\u0000\u001b\u0085"));
        assertEquals("\\uFEFF{}", PageTemplate.escape("\uFEFF{}"));
        assertEquals("a\\u202Eb\\u2066", PageTemplate.escape("a\u202eb\u2066"));
        assertEquals("\\uD800x\\u2028", PageTemplate.escape("\ud800x\u2028"));
        assertEquals("\\uFFFF\\u000D\n\t", PageTemplate.escape("\uffff\r\n\t"));
        assertEquals("é שלום 🛡 �", PageTemplate.escape("é שלום 🛡 �"));
    }

    @Test
    void jsonIsJsonIndenter() {
        assertEquals("""
                {
                  "a": [
                    1,
                    "x, {y}: \\"z\\""
                  ],
                  "a": {},
                  "b": []
                }""", JsonIndenter.of("{\"a\":[1,\"x, {y}: \\\"z\\\"\"],\"a\":{},\"b\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\" : 1}", "[1, 2 ,{\"b\":null}]", "{\"a\":\"\\\\\",\"b\":\"\\u0041\"}"})
    void indentingChangesNoValue(String text) {
        assertEquals(JsonMapper.shared().readTree(text), JsonMapper.shared().readTree(JsonIndenter.of(text)));
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        for (String text : List.of("", "<html>", "no, {json}", "\"a,b\"")) {
            assertEquals(text, JsonIndenter.of(text));
        }
        assertEquals("{\n  \"a", JsonIndenter.of("{\"a"));
        assertEquals("}", JsonIndenter.of("}"));
        assertTrue(JsonIndenter.of("[".repeat(5000) + "]".repeat(5000)).length() < 500_000);
    }

    @Test
    void differencesAreMarked() {
        TextDiff pair = TextDiff.of("\"  a title \"", "\"a title\"");
        assertEquals("\"«  »a title« »\"", marked(pair.expected()));
        assertEquals("\"a title\"", marked(pair.got()));
        pair = TextDiff.of("\"2026-11-26T00:00:00Z\"", "\"2026-11-25T00:00:00Z\"");
        assertEquals("\"2026-11-«26T00»:00:00Z\"", marked(pair.expected()));
        assertEquals("\"2026-11-«25T00»:00:00Z\"", marked(pair.got()));
    }

    /** Who sees no difference would not believe in it. */
    @Test
    void whatLooksTheSameIsSpelled() {
        TextDiff pair = TextDiff.of("\"caf\u00e9 x\"", "\"cafe\u0301 x\"");
        assertEquals("\"«caf\u00e9 (U+0063 U+0061 U+0066 U+00E9)» x\"", marked(pair.expected()));
        assertEquals("\"«cafe\u0301 (U+0063 U+0061 U+0066 U+0065 U+0301)» x\"", marked(pair.got()));
    }

    @Test
    void whereEverythingDiffersNothingIsMarked() {
        assertEquals("a refusal", marked(TextDiff.of("a refusal", "201").expected()));
        assertEquals("201", marked(TextDiff.of("a refusal", "201").got()));
        String text = "x".repeat(15_000);
        assertEquals(text, marked(TextDiff.of(text, text + "y").expected()));
    }

    private static String marked(List<DiffSegment> pieces) {
        return pieces.stream()
                .map(piece -> piece.differs() ? "«" + piece.text() + "»" : piece.text())
                .collect(Collectors.joining());
    }
}
