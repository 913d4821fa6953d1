package dev.tick.doccheck.page;

import java.util.List;

/**
 * What one section of a page says.
 *
 * @param section the heading under which pages say it
 * @param line the line of the heading, counted from 1; 0 where the page has no such section
 * @param facts in the order of the page
 */
public record Section<F>(String section, int line, List<F> facts) {
    /** Copies the facts. */
    public Section {
        facts = List.copyOf(facts);
    }

    /** Whether the page has no such section. */
    public boolean isMissing() {
        return line == 0;
    }
}
