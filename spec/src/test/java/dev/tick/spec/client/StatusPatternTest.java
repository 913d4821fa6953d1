package dev.tick.spec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPatternTest {
    @ParameterizedTest
    @CsvSource({
        "503 2xx?, 503, true",
        "503 2xx?, 503 201, true",
        "503 2xx?, 503 503, false",
        "503 2xx?, '', false",
        "503+ 2xx, 503 503 503 204, true",
        "503* 2xx, 200, true",
        "503* 2xx, 199, false",
        "503* 2xx, 300, false",
        "lost | lost 2xx, lost, true",
        "lost | lost 2xx, lost 200, true",
        "lost | lost 2xx, 200, false",
        "(500 | lost)* 2xx, lost 500 299, true",
        "400, 400 400, false"
    })
    void tellsAllowedSequencesFromOthers(String pattern, String calls, boolean allowed) {
        assertEquals(allowed, StatusPattern.of(pattern).matches(calls(calls)));
    }

    private static List<Optional<Integer>> calls(String words) {
        return Stream.of(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("lost") ? Optional.<Integer>empty() : Optional.of(Integer.valueOf(word)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400 400, 1",
        "503 | 503 2xx, 503 503, 1",
        "503 | 503 2xx, 503 201 201, 2",
        "503 | 503 2xx, 201, 0",
        "503 2xx, 503, 1",
        "503+ 2xx, 503 503 404 404, 2",
        "401 | 401 401, 401 401 401, 2",
        "lost | lost 2xx, lost lost, 1",
        "(500 | lost)* 2xx, lost 500, 2",
        "503 | 503 2xx, 503 201, 2"
    })
    void countsTheCallsThatBeginAnAllowedSequence(String pattern, String calls, int fitting) {
        assertEquals(fitting, StatusPattern.of(pattern).fitting(calls(calls)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400;400",
                "503 | 503 2xx;503, or 503 and then a 2xx",
                "lost|lost 2xx;no whole answer, or no whole answer and then a 2xx",
                "503 |;503, or nothing",
                "503+ 2xx;a sequence that '503+ 2xx' matches"
            })
    void saysWhatIsAllowed(String pattern, String words) {
        assertEquals(words, StatusPattern.of(pattern).inWords());
    }

    @Test
    void namesTheCallsInWords() {
        assertEquals("503 lost 201", StatusPattern.words(calls("503 lost 201")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 sometimes 200;in '503 sometimes 200', 'sometimes' is no token",
                "50;in '50', '50' is no token",
                "(503;in '(503', Unclosed group",
                "*;in '*', Dangling meta character '*'"
            })
    void refusesWhatItCannotRead(String both) {
        String[] parts = both.split(";", 2);
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> StatusPattern.of(parts[0]))
                .getMessage());
        assertEquals(
                parts[1] + "; expected statuses such as 503 or 2xx, or lost, with ? * + | ( ) between blanks", message);
    }
}
