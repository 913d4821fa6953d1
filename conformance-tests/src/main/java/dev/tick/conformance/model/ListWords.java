package dev.tick.conformance.model;

import dev.tick.conformance.model.Condition.Comparison;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists and their queries in words. */
final class ListWords {
    private ListWords() {}

    /** Returns where an entity was looked for. */
    static String in(Action.ListAll action) {
        return action.query().equals(ListQuery.all()) ? " in the list" : " under " + said(action.query());
    }

    /** Returns the query after the word "under"; empty for none. */
    static String under(Action.ListAll action) {
        return action.query()
                .filter()
                .map(filter -> " under " + filter.text())
                .orElse(action.query().equals(ListQuery.all()) ? "" : " under " + said(action.query()));
    }

    /** Returns for whom an entity is not listed, where it is not its owner. */
    static String by(Action.ListAll action, Entity entity) {
        return action.caller().equals(entity.owner())
                ? ""
                : " for " + action.caller().name();
    }

    /** Returns how a list shows an entity. */
    static String found(Action.ListAll action) {
        return action.query()
                .filter()
                .map(filter -> "found by a filter on "
                        + filter.comparisons().stream()
                                .map(Comparison::property)
                                .distinct()
                                .collect(Collectors.joining(" and ")))
                .orElse("listed");
    }

    /** Returns the options of a query, as they are before they are encoded. */
    static String said(ListQuery query) {
        return Stream.of(
                        query.filter().map(filter -> "$filter=" + filter.text()),
                        query.top().isPresent()
                                ? Optional.of("$top=" + query.top().getAsInt())
                                : Optional.<String>empty(),
                        query.skip().isPresent()
                                ? Optional.of("$skip=" + query.skip().getAsInt())
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }
}
