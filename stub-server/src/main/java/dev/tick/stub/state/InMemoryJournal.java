package dev.tick.stub.state;

import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A journal in the memory of this process, of bounded size. */
final class InMemoryJournal implements JournalStore {
    /** Older exchanges are forgotten beyond this number: an unbounded journal held 865 MB after 23 seconds of load. */
    static final int MAX_ENTRIES = 1000;

    /** Older exchanges are forgotten beyond this many characters of bodies and addresses together: some 32 MB. */
    static final int MAX_CHARACTERS = 16_777_216;

    private final Clock clock;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Deque<TokenCall> tokenCalls = new ArrayDeque<>();
    private long number;
    private long characters;
    private long unreadable;

    InMemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void add(JournalEntry.Unnumbered exchange) {
        number++;
        JournalEntry entry = exchange.numbered(number, clock.instant());
        entries.addLast(entry);
        characters += entry.size();
        while (entries.size() > MAX_ENTRIES || characters > MAX_CHARACTERS) {
            characters -= entries.removeFirst().size();
        }
    }

    @Override
    public synchronized void addUnreadable(JournalEntry.Unnumbered exchange) {
        unreadable++;
        add(exchange);
    }

    @Override
    public synchronized void addTokenCall(TokenCall.Unnumbered call) {
        number++;
        tokenCalls.addLast(call.numbered(number, clock.instant()));
        if (tokenCalls.size() > MAX_ENTRIES) {
            tokenCalls.removeFirst();
        }
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        tokenCalls.clear();
        characters = 0;
    }

    @Override
    public synchronized long latest() {
        return number;
    }

    @Override
    public synchronized long unreadable() {
        return unreadable;
    }

    @Override
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<TokenCall> tokenCalls() {
        return List.copyOf(tokenCalls);
    }
}
