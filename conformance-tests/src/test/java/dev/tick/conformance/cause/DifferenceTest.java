package dev.tick.conformance.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.outcome.Mismatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title|\"abc\"|\"ab\"|CUT title LOST",
                "title|\"ab\"|\"abc\"|CUT title OTHER",
                "title of 1234|\"abc\"|\"xyz\"|OTHER title OTHER",
                "/value/0/title|\"abc\"|\"ABC\"|LETTER_CASE title OTHER",
                "title|\"abc \"|\"abc\"|BLANKS title LOST",
                "end|\"2026-11-29T08:30:00.12Z\"|\"2026-11-29T08:30:00Z\"|TIME end LOST",
                "/title|type [\"string\",\"null\"]|[]|TYPE title LOST",
                "count|5|\"5\"|TYPE count LOST",
                "title|\"abc\"|nothing|MISSING title LOST",
                "title|\"abc\"|null|MISSING title LOST",
                "title|null|\"abc\"|MISSING title OTHER",
                "body|a property 'title'|nothing|MISSING title LOST",
                "made|` as before`|\"abc\"|MISSING made OTHER",
                "header:Content-Type|application/json|text/html|OTHER Content-Type OTHER",
                "title|\"abc\" in the list|\"ab\"|CUT title LOST",
                "title|\"abc\"|\"abc\" and, read back, \"x\"|OTHER title OTHER",
                "/value/0|5|6|OTHER /value/0 OTHER"
            })
    void tellsThePartAndTheKind(String subject, String expected, String got, String told) {
        Difference difference = Difference.of(new Mismatch(subject, expected, got));
        assertEquals(told, difference.kind() + " " + difference.part() + " " + difference.direction());
    }
}
