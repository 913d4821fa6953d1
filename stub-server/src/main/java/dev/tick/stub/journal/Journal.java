package dev.tick.stub.journal;

import dev.tick.spec.validation.Violation;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest exchanges, oldest first; safe for use by many threads. */
public final class Journal {
    /** Older exchanges are forgotten beyond this number: an unbounded journal held 865 MB after 23 seconds of load. */
    public static final int MAX_ENTRIES = 1000;

    /** Longer bodies are cut, in characters. */
    public static final int MAX_BODY = 65_536;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    /** An empty journal. */
    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** Remembers an exchange. */
    public void add(Call call, List<Violation> violations, Reply reply) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        Entry entry = new Entry(
                clock.instant(),
                call.method(),
                call.url(),
                body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body,
                violations,
                reply.status());
        synchronized (entries) {
            if (entries.size() == MAX_ENTRIES) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
    }

    /** The exchanges so far, oldest first. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }
}
