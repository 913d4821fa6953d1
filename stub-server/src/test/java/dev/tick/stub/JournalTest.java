package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final int MAX_ENTRIES = 1000;

    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterEach
    void stop() {
        stub.close();
    }

    private JournalEntry last() {
        List<JournalEntry> journal = stub.journal();
        return journal.get(journal.size() - 1);
    }

    @Test
    void namesTheRowsThatARefusedRequestTouches() throws IOException, InterruptedException {
        caller.submit("{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\"}");
        assertEquals(List.of("CLI-003", "SUB-024", "SUB-025", "ERR-004"), last().requirements());
        assertEquals(
                "body: expected a property 'action', got nothing",
                last().violations().get(0).sentence());
        caller.send(caller.request("GET", Caller.PATH, ""));
        assertEquals(Optional.of("The header Authorization is missing."), last().token());
        assertTrue(stub.rows(last()).stream().anyMatch(row -> row.statement().contains("token")), last().toString());
    }

    @Test
    void holdsNoSecret() throws IOException, InterruptedException {
        String token = stub.token(stub.application(), TokenVariant.SOUND);
        caller.send(caller.request(
                        "POST",
                        Caller.PATH + "?access_token=" + token,
                        "{\"title\":\"" + token + "\",\"client_secret\":\"sesame\"}")
                .header("Authorization", "Bearer " + token)
                .header("X-Api-Key", "sesame")
                .header("Content-Type", "application/json"));
        String all = last().toString();
        assertFalse(all.contains(token.substring(0, 60)), all);
        assertFalse(all.contains(token.substring(token.length() - 60)), all);
        assertFalse(all.contains("sesame"), all);
        assertEquals(Optional.of("Bearer [removed]"), last().request().authorization());
    }

    @Test
    void forgetsTheOldestAndCutsTheLongest() throws IOException, InterruptedException {
        for (int i = 0; i < MAX_ENTRIES; i++) {
            caller.send(caller.request("GET", "/" + i, ""));
        }
        String long1 = "x".repeat(100_000);
        caller.submit(long1);
        assertEquals(MAX_ENTRIES, stub.journal().size());
        assertEquals("/1", stub.journal().get(0).url());
        assertEquals(2, stub.journal().get(0).number());
        assertEquals(JournalEntry.MAX_BODY, last().body().length());
        for (int i = 0; i < 270; i++) {
            caller.submit(long1);
        }
        long kept = stub.journal().stream()
                .mapToLong(entry ->
                        entry.body().length() + entry.response().body().text().length())
                .sum();
        assertTrue(kept > 16_000_000 && kept <= 16_777_216, kept + " characters");
    }
}
