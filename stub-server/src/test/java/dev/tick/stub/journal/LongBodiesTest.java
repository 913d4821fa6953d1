package dev.tick.stub.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bodies of which the journal shows the beginning alone. */
class LongBodiesTest {
    private static String shown(String body) {
        Request request = new Request("", "POST", "/api/indicators", new Headers(List.of()), Body.of(body));
        JournalEntry.Annotations none = new JournalEntry.Annotations(
                Optional.empty(), Optional.empty(), List.of(), List.of(), "fine", Optional.empty());
        return JournalEntry.of(request, none, new Response(200, new Headers(List.of()), Body.of("")))
                .numbered(1, Instant.EPOCH)
                .body();
    }

    @Test
    void haveNoPartOfASecretThatLiesOverTheCut() {
        String before = "{\"title\":\"" + "a".repeat(JournalEntry.MAX_BODY - 30) + "\",\"Secret\":\"";
        String shown = shown(before + "sesame".repeat(100_000) + "\"}");
        assertFalse(shown.contains("sesame"), shown.substring(shown.length() - 60));
        assertTrue(shown.startsWith(before.substring(0, JournalEntry.MAX_BODY - 30)));
    }

    /** A body that was cut is known by its length. */
    @Test
    void areShownInFullLengthHoweverMuchIsRemoved() {
        String part = "{\"secret\":\"" + "sesame".repeat(50) + "\"},";
        String shown = shown("[" + part.repeat(4_000));
        assertEquals(JournalEntry.MAX_BODY, shown.length());
        assertFalse(shown.contains("sesame"));
        assertTrue(shown.startsWith("[{\"secret\":\"[removed]\"},{\"secret\""));
    }

    @Test
    void areShownWholeWhereWhatIsLeftIsShort() {
        assertEquals(
                "{\"secret\":\"[removed]\"}", shown("{\"secret\":\"" + "a".repeat(3 * JournalEntry.MAX_BODY) + "\"}"));
    }
}
