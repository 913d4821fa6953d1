package dev.tick.spec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortTextTest {
    @ParameterizedTest
    @CsvSource({"abc, 3, abc", "abcd, 3, abc…", "ab😀, 3, ab…", "ab😀, 4, ab😀", "😀😀, 3, 😀…", "😀, 1, …"})
    void noCharacterIsTornApart(String text, int longest, String shortened) {
        assertEquals(shortened, ShortText.of(text, longest));
    }
}
