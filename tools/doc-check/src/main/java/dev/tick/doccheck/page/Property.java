package dev.tick.doccheck.page;

import java.util.List;

/**
 * One property of the request's JSON object.
 *
 * @param line of the page, counted from 1
 * @param name as printed
 * @param type the page's word for its type; empty where it has none
 * @param need whether it must be sent
 * @param values the values that the page lists as the possible ones; none where it lists none
 */
public record Property(int line, String name, String type, Presence need, List<String> values) {
    /** Copies the values. */
    public Property {
        values = List.copyOf(values);
    }
}
