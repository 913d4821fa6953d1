package dev.tick.stub.state;

import dev.tick.stub.journal.JournalEntry;
import java.util.List;

/** The latest exchanges; every method is one atomic step. */
public interface JournalStore {
    /** Adds an exchange, and gives it the next number and the time; the oldest are forgotten where there are too many. */
    void add(JournalEntry.Unnumbered exchange);

    /** Forgets every exchange; the numbers go on. */
    void clear();

    /** Returns the number of the latest exchange; 0 before the first. */
    long latest();

    /** Returns the exchanges that are remembered, oldest first. */
    List<JournalEntry> entries();
}
