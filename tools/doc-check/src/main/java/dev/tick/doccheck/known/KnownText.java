package dev.tick.doccheck.known;

import java.util.List;
import java.util.Optional;

/**
 * A text of a page that was read.
 *
 * @param digest of the text, as {@link dev.tick.doccheck.page.TextUnit#digest} makes it
 * @param also digests of other words of other editions that say nothing else
 * @param line of the page, counted from 1
 * @param rows the ids of the register's rows that hold it
 * @param reason why it binds nobody; empty where it has rows
 * @param entry the line of pages.yaml, counted from 1
 */
public record KnownText(
        String digest, List<String> also, int line, List<String> rows, Optional<Reason> reason, int entry) {
    /** Copies the lists. */
    public KnownText {
        also = List.copyOf(also);
        rows = List.copyOf(rows);
    }

    /** Returns whether a digest is of this text. */
    public boolean is(String other) {
        return digest.equals(other) || also.contains(other);
    }

    /** Returns whether it has rows or a reason. */
    public boolean isAssigned() {
        return reason.isPresent() != !rows.isEmpty();
    }
}
