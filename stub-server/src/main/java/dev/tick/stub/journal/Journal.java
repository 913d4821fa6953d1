package dev.tick.stub.journal;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
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

    /** Longer values of violations are cut, in characters. */
    static final int MAX_GOT = 1000;

    /** Older exchanges are forgotten beyond this many characters of bodies and addresses together: some 32 MB. */
    static final int MAX_CHARACTERS = 16_777_216;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long number;
    private long characters;

    /** An empty journal. */
    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** Remembers an exchange, without its secrets. */
    public void add(Request request, Note note, Response response) {
        Request received = new Request(
                request.origin(),
                request.method(),
                Secrets.removed(request.url()),
                Secrets.removed(request.headers()),
                shown(request.body()));
        Response sent = new Response(response.status(), Secrets.removed(response.headers()), shown(response.body()));
        synchronized (entries) {
            Entry entry = new Entry(
                    ++number,
                    clock.instant(),
                    received,
                    note.application(),
                    note.token(),
                    note.violations().stream()
                            .map(one -> Secrets.removed(one, MAX_GOT))
                            .toList(),
                    note.requirements(),
                    note.manner(),
                    sent);
            entries.addLast(entry);
            characters += size(entry);
            while (entries.size() > MAX_ENTRIES || characters > MAX_CHARACTERS) {
                characters -= size(entries.removeFirst());
            }
        }
    }

    /** Forgets everything; the numbers go on. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
            characters = 0;
        }
    }

    /** The number of the latest exchange; 0 before the first. */
    public long latest() {
        synchronized (entries) {
            return number;
        }
    }

    /** The exchanges so far, oldest first. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    private static Body shown(Body body) {
        String text = Secrets.removed(body.text());
        return Body.of(text.length() > MAX_BODY ? text.substring(0, MAX_BODY) : text);
    }

    private static long size(Entry entry) {
        return (long) entry.url().length()
                + entry.body().length()
                + entry.response().body().text().length();
    }
}
