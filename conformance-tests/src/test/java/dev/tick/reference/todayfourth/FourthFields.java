package dev.tick.reference.todayfourth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The properties that a filter may name: those of the list page. */
final class FourthFields {

    /**
     * A property.
     *
     * @param type  what its value is
     * @param value reads it
     */
    record Field(Class<?> type, Function<FourthIndicator, Object> value) {}

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("application", text(one -> one.application)),
            Map.entry("createdByDisplayName", text(one -> one.createdByName)),
            Map.entry("expirationTime", new Field(Instant.class, one -> one.expirationTime)),
            Map.entry("generateAlert", new Field(Boolean.class, one -> one.generateAlert)),
            Map.entry("title", text(one -> one.searchTitle)),
            Map.entry("rbacGroupNames", new Field(List.class, one -> one.groups)),
            Map.entry("rbacGroupIds", new Field(List.class, FourthEntity::groupIds)),
            Map.entry("indicatorValue", text(one -> one.key.value())),
            Map.entry("indicatorType", text(one -> one.key.type())),
            Map.entry("creationTimeDateTimeUtc", new Field(Instant.class, one -> one.created)),
            Map.entry("createdBy", text(one -> one.createdBy)),
            Map.entry("action", text(one -> one.key.action())),
            Map.entry("severity", text(one -> one.severity)));

    private FourthFields() {}

    private static Field text(Function<FourthIndicator, Object> value) {
        return new Field(String.class, value);
    }

    static Field find(String name) {
        Field field = FIELDS.get(name);
        if (field == null) {
            throw FourthProblem.query("The property '" + name + "' cannot be used in a query.");
        }
        return field;
    }

    static boolean known(String name) {
        return FIELDS.containsKey(name);
    }
}
