package dev.tick.spec.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private final Headers headers =
            Headers.none().plus("X-First", "1").plus("Set-Cookie", "a").plus("set-cookie", "b");

    @Test
    void findsNamesInWhateverCase() {
        assertEquals(Optional.of("a"), headers.first("SET-COOKIE"));
        assertEquals(List.of("a", "b"), headers.all("Set-Cookie"));
        assertEquals(Optional.empty(), headers.first("Set"));
    }

    @Test
    void replacesWhereTheFirstStood() {
        assertEquals("X-First: 1, SET-COOKIE: c", lines(headers.with("SET-COOKIE", "c")));
        assertEquals("X-First: 2, Set-Cookie: a, set-cookie: b", lines(headers.with("X-First", "2")));
        assertEquals("X-First: 1, Set-Cookie: a, set-cookie: b, B: 2", lines(headers.with("B", "2")));
    }

    @Test
    void keepsSpellingAndOrder() {
        assertEquals("X-First: 1, Set-Cookie: a, set-cookie: b", lines(headers));
        assertEquals("X-First: 1", lines(headers.without("sET-cookie")));
        assertEquals("A: 1, A: 2", lines(Headers.ofAll(Map.of("A", List.of("1", "2")))));
    }

    private static String lines(Headers headers) {
        return String.join(
                ", ",
                headers.fields().stream()
                        .map(field -> field.name() + ": " + field.value())
                        .toList());
    }
}
