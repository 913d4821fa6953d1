package dev.tick.stub.state;

import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import java.util.List;

/** The latest exchanges, and the latest calls of the token endpoint; every method is one atomic step. */
public interface JournalStore {
    /** Adds an exchange, and gives it the next number and the time; the oldest are forgotten where there are too many. */
    void add(JournalEntry.Unnumbered exchange);

    /** Adds an exchange whose request could not be read, in the same way, and counts it. */
    void addUnreadable(JournalEntry.Unnumbered exchange);

    /** Adds a call of the token endpoint in the same way. */
    void addTokenCall(TokenCall.Unnumbered call);

    /** Forgets every exchange and every call of the token endpoint; the numbers go on. */
    void clear();

    /** Returns the number of the latest exchange or call of the token endpoint; 0 before the first. */
    long latest();

    /** Returns how many requests could not be read since the stub started. */
    long unreadable();

    /** Returns the exchanges that are remembered, oldest first. */
    List<JournalEntry> entries();

    /** Returns the calls of the token endpoint that are remembered, oldest first. */
    List<TokenCall> tokenCalls();
}
