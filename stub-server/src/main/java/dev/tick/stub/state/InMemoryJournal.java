package dev.tick.stub.state;

import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A journal in the memory of this process, of bounded size. */
final class InMemoryJournal implements JournalStore {
    /** Older exchanges are forgotten beyond this number: an unbounded journal held 865 MB after 23 seconds of load. */
    static final int MAX_ENTRIES = 1000;

    /** Older exchanges are forgotten beyond this many characters of bodies, headers and addresses together: some 32 MB. */
    static final int MAX_CHARACTERS = 16_777_216;

    /** As many for each of many tenants: some 4 MB, so 400 MB for a hundred that all are full. */
    static final int CHARACTERS_OF_ONE_OF_MANY = MAX_CHARACTERS / 8;

    private final Clock clock;
    private final int mostCharacters;
    private final Deque<Kept> entries = new ArrayDeque<>();
    private final Deque<TokenCall> tokenCalls = new ArrayDeque<>();
    private long number;
    private long characters;
    private long unreadable;

    InMemoryJournal(Clock clock, int mostCharacters) {
        this.clock = clock;
        this.mostCharacters = mostCharacters;
    }

    /** An exchange, which becomes an entry when it is first asked for. */
    private static final class Kept {
        private final JournalEntry.Unnumbered exchange;
        private final long number;
        private final Instant time;
        private Optional<JournalEntry> entry = Optional.empty();

        Kept(JournalEntry.Unnumbered exchange, long number, Instant time) {
            this.exchange = exchange;
            this.number = number;
            this.time = time;
        }

        long size() {
            return exchange.size();
        }

        JournalEntry entry() {
            if (entry.isEmpty()) {
                entry = Optional.of(exchange.numbered(number, time));
            }
            return entry.get();
        }
    }

    @Override
    public synchronized void add(JournalEntry.Unnumbered exchange) {
        number++;
        Kept entry = new Kept(exchange, number, clock.instant());
        entries.addLast(entry);
        characters += entry.size();
        while (entries.size() > MAX_ENTRIES || characters > mostCharacters) {
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
        return entries.stream().map(Kept::entry).toList();
    }

    @Override
    public synchronized List<TokenCall> tokenCalls() {
        return List.copyOf(tokenCalls);
    }
}
