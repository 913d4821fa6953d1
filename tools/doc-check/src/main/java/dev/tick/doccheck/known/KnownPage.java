package dev.tick.doccheck.known;

import java.util.List;
import java.util.Optional;

/**
 * A page that was read.
 *
 * @param source its name among the register's sources
 * @param page the vendor's name of it, from that source
 * @param file the name of its file when it was read
 * @param operation the operation that it documents; empty for a page about something else
 * @param edition of the page that was read
 * @param date as its front matter writes it; empty if it has none
 * @param statuses that it speaks of
 * @param properties of the entity that it lists
 * @param elsewhere digests of texts that only other editions of the page have and that bind nobody
 * @param texts in the order of the page
 * @param entry the line of pages.yaml, counted from 1
 */
public record KnownPage(
        String source,
        String page,
        String file,
        Optional<String> operation,
        String edition,
        String date,
        List<Integer> statuses,
        List<String> properties,
        List<String> elsewhere,
        List<KnownText> texts,
        int entry) {
    /** Copies the lists. */
    public KnownPage {
        statuses = List.copyOf(statuses);
        properties = List.copyOf(properties);
        elsewhere = List.copyOf(elsewhere);
        texts = List.copyOf(texts);
    }
}
