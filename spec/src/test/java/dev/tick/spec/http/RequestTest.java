package dev.tick.spec.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"/a, /a, ''", "/a?, /a, ''", "/a?b=c, /a, b=c", "/a?b=c?d, /a, b=c?d", "/a%3Fb, /a%3Fb, ''"})
    void tellsPathFromQuery(String url, String path, String query) {
        Request request = Request.of("GET", url, Map.of());
        assertEquals(path, request.path());
        assertEquals(query, request.query());
    }

    @Test
    void hasAMediaTypeWithoutParameters() {
        Request request = Request.of("POST", "/a", Map.of());
        assertEquals("", request.mediaType());
        assertEquals(
                "text/plain",
                request.with("content-type", " Text/Plain ; charset=utf-8").mediaType());
    }
}
