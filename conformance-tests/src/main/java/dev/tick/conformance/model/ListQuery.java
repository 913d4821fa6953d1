package dev.tick.conformance.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * A query of a list.
 *
 * @param filter what an entity must meet; empty for nothing
 * @param top how many are asked for; empty for all
 * @param skip how many are left out; empty for none
 */
public record ListQuery(Optional<Condition> filter, OptionalInt top, OptionalInt skip) {
    /** Returns a query that asks for everything. */
    public static ListQuery all() {
        return new ListQuery(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Returns a query with a filter alone. */
    public static ListQuery of(Condition filter) {
        return new ListQuery(Optional.of(filter), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Returns the query as a URL has it, with its question mark; empty where nothing is asked. */
    public String text() {
        StringJoiner options = new StringJoiner("&", "?", "").setEmptyValue("");
        filter.ifPresent(condition -> options.add("$filter="
                + URLEncoder.encode(condition.text(), StandardCharsets.UTF_8).replace("+", "%20")));
        top.ifPresent(number -> options.add("$top=" + number));
        skip.ifPresent(number -> options.add("$skip=" + number));
        return options.toString();
    }
}
