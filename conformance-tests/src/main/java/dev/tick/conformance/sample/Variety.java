package dev.tick.conformance.sample;

import dev.tick.spec.check.ValueClass;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sound submit in which every property has a value of a kind of its own.
 *
 * @param number its place among the varieties, from 0
 * @param example the example that it is like
 * @param identity the property that holds the identity
 * @param body the body
 * @param kinds the kinds of value of each property that has an unlike one
 */
public record Variety(
        int number, String example, String identity, ObjectNode body, Map<String, Set<SampleKind>> kinds) {
    /** Copies what it is given. */
    public Variety {
        body = body.deepCopy();
        kinds = Map.copyOf(kinds);
    }

    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }

    /** Returns the properties that have values of a class, in alphabetical order. */
    public SortedSet<String> properties(ValueClass values) {
        return kinds.keySet().stream()
                .filter(property -> valueClass(property) == values)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ValueClass valueClass(String property) {
        if (property.equals(identity)) {
            return ValueClass.IDENTITIES;
        }
        if (kinds.getOrDefault(property, Set.of()).contains(SampleKind.LISTED)) {
            return ValueClass.LISTED;
        }
        if (body.path(property).isArray()) {
            return ValueClass.LISTS;
        }
        boolean time = kinds.getOrDefault(property, Set.of()).stream().anyMatch(SampleKind::isTime);
        return time ? ValueClass.TIMES : ValueClass.TEXTS;
    }

    /** Returns a name that is the same in every run. */
    public String name() {
        return example + ", " + words(identity);
    }

    /** Returns the kinds of a property's value in words. */
    public String words(String property) {
        return new TreeSet<>(kinds.getOrDefault(property, Set.of()))
                .stream().map(SampleKind::words).collect(Collectors.joining(", "));
    }

    /** Returns whether a page or a standard says that a property's value is taken; a server may decline one that is unusual. */
    public boolean isUsual(String property) {
        return kinds.getOrDefault(property, Set.of()).stream().noneMatch(SampleKind::isUnusual);
    }

    /** Returns whether the identity is of digits, of which a path can spoil nothing. */
    public boolean isNumeric() {
        return kinds.getOrDefault(identity, Set.of()).contains(SampleKind.UPPER_CASE);
    }
}
