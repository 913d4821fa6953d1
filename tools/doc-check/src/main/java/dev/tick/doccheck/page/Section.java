package dev.tick.doccheck.page;

import java.util.List;

/**
 * The facts of one section of a page.
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

    /** Returns whether the page has no such section. */
    public boolean isMissing() {
        return line == 0;
    }
}
