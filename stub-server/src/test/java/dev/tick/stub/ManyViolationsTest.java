package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.pipeline.RefusalPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A body below the limit can break the contract in a hundred thousand places, each of which quotes all of it. */
class ManyViolationsTest {
    private static final int UNKNOWN = 60_000;

    private static final String BODY =
            "{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\","
                    + IntStream.range(0, UNKNOWN)
                            .mapToObj(i -> "\"p" + i + "\":1")
                            .collect(Collectors.joining(","));

    @Test
    void areCountedBeyondTheFirstHundred() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start()) {
            assertEquals(201, new Caller(stub).submit(BODY + "}").statusCode());
            assertEquals("59900 more", last(stub).violations().get(100).got());
            assertEquals(101, last(stub).violations().size());
            assertTrue(last(stub).violations().stream().allMatch(ManyViolationsTest::isShort));
        }
    }

    @Test
    void areToldInAMessageThatCanBeRead() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start(
                StubConfig.builder().refuse(RefusalPolicy.EVERYTHING).build())) {
            HttpResponse<String> answer = new Caller(stub).submit(BODY + "}");
            assertEquals(400, answer.statusCode());
            assertTrue(answer.body().contains("expected no more than these 100 violations, got 59900 more"));
            assertTrue(answer.body().length() < 200_000, () -> answer.body().length() + " characters");
        }
    }

    /** What is documented as refused is refused, however many open violations stand before it. */
    @Test
    void hideNoneThatIsRefused() throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start()) {
            HttpResponse<String> answer = new Caller(stub).submit(BODY + ",\"title\":5}");
            assertEquals(400, answer.statusCode());
            assertTrue(answer.body().contains("title"), answer::body);
        }
    }

    @Test
    void countInTheSizeOfTheJournal() {
        List<Violation> violations =
                List.of(new Violation("/a", "type", "", "a text", "x".repeat(900), Optional.empty()));
        assertTrue(size(violations) > size(List.of()) + 900);
    }

    private static long size(List<Violation> violations) {
        return JournalEntry.of(
                        Request.of("POST", "/", Map.of()),
                        new JournalEntry.Annotations(
                                Optional.empty(), Optional.empty(), violations, List.of(), "fine", Optional.empty()),
                        new Response(200, Map.of(), new byte[0]))
                .size();
    }

    private static boolean isShort(Violation violation) {
        return violation.got().length() <= 1000 && violation.expected().length() <= 1000;
    }

    private static JournalEntry last(StubServer stub) {
        List<JournalEntry> journal = stub.journal();
        return journal.get(journal.size() - 1);
    }
}
