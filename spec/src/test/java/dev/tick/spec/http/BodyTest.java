package dev.tick.spec.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.document.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class BodyTest {
    private static final int THREADS = 8;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    EMPTY     | ``
                    OBJECT    | {}
                    ARRAY     | [1]
                    SCALAR    | null
                    SCALAR    | "[[[["
                    MALFORMED | {
                    MALFORMED | {} {}
                    MALFORMED | {"a": 1, "a": 2}""")
    void hasAShape(Body.Shape shape, String text) {
        Body body = Body.of(text);
        assertEquals(shape, body.shape());
        assertEquals(
                shape == Body.Shape.EMPTY || shape == Body.Shape.MALFORMED,
                body.problem().isPresent());
        assertEquals(body.problem().isPresent(), body.json().isMissingNode());
    }

    @Test
    void isDeepBeyondWhatIsReadWhateverItBeginsWith() {
        assertEquals(Body.Shape.DEEP, Body.of("[".repeat(65)).shape());
        assertEquals(
                Body.Shape.DEEP,
                Body.of("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}").shape());
        assertEquals(Body.Shape.ARRAY, Body.of("[".repeat(64) + "]".repeat(64)).shape());
        assertEquals(Body.Shape.MALFORMED, Body.of("[[[[").shape());
    }

    @Test
    void isParsedWhenItIsAskedForAndOnce() throws Exception {
        AtomicInteger parses = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(THREADS);
        Body body = Body.of("{\"a\":[1,2]}".getBytes(StandardCharsets.UTF_8), bytes -> {
            parses.incrementAndGet();
            return Json.read(bytes);
        });
        assertEquals("{\"a\":[1,2]}", body.text());
        assertEquals(0, parses.get());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Callable<Integer> asking = () -> {
            together.countDown();
            together.await();
            return body.items().size();
        };
        for (Future<Integer> count : threads.invokeAll(Collections.nCopies(THREADS, asking))) {
            assertEquals(2, count.get());
        }
        threads.shutdown();
        assertEquals(1, parses.get());
        assertEquals(Body.Shape.OBJECT, body.shape());
        assertEquals(1, parses.get());
    }

    @Test
    void keepsWhatItMeantWhenItIsBroken() {
        JsonNode value = JsonNodeFactory.instance.objectNode().put("a", 1);
        Body broken = Body.of(value).brokenTo("{\"a\":1");
        assertEquals("{\"a\":1", broken.text());
        assertTrue(broken.json().isMissingNode());
        assertEquals(Optional.of(value), broken.meant());
        assertEquals(Optional.of(value), broken.brokenTo("").meant());
        assertEquals(Optional.empty(), Body.of("{").meant());
        assertEquals(Optional.of(value), Body.of("{\"a\":1}").meant());
    }

    @Test
    void isAbsentUnlessItWasEmptiedOnPurpose() {
        assertTrue(Body.none().isAbsent());
        assertFalse(Body.of(JsonNodeFactory.instance.objectNode()).brokenTo("").isAbsent());
    }

    @Test
    void escapesHalfASurrogatePair() {
        byte[] bytes = Body.of(JsonNodeFactory.instance.stringNode("a\ud800b")).bytes();
        assertArrayEquals("\"a\\ud800b\"".getBytes(StandardCharsets.US_ASCII), bytes);
    }

    @Test
    void findsTheOnlyList() {
        assertEquals(List.of(), Body.of("[1]").items());
        assertEquals(List.of(), Body.of("{\"a\": 1}").items());
        assertEquals("[1, 2]", Body.of("{\"a\": {}, \"b\": [1, 2]}").items().toString());
        assertEquals(
                Optional.of("b"),
                Body.listName(Body.of("{\"a\": {}, \"b\": []}").json()));
    }
}
