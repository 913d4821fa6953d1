package dev.tick.reference.today;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** One property held against one literal, which is plain by now: a time in UTC, a string that keeps its first quote. */
record Comparison(String name, String operator, String literal) {
    private static final Map<String, Kind> FILTERABLE = Map.ofEntries(
            Map.entry("application", Kind.TEXT),
            Map.entry("createdByDisplayName", Kind.TEXT),
            Map.entry("title", Kind.TEXT),
            Map.entry("indicatorValue", Kind.TEXT),
            Map.entry("indicatorType", Kind.TEXT),
            Map.entry("createdBy", Kind.TEXT),
            Map.entry("action", Kind.TEXT),
            Map.entry("severity", Kind.TEXT),
            Map.entry("rbacGroupNames", Kind.LIST),
            Map.entry("rbacGroupIds", Kind.LIST),
            Map.entry("generateAlert", Kind.TRUTH),
            Map.entry("expirationTime", Kind.TIME),
            Map.entry("creationTimeDateTimeUtc", Kind.TIME));

    static Comparison of(String name, String operator, String written) throws Refusal {
        if (!FILTERABLE.containsKey(name)) {
            throw Refusal.query("The property " + name + " cannot be filtered.");
        }
        Kind kind = FILTERABLE.getOrDefault(name, Kind.TEXT);
        boolean equality = operator.equals("eq") || operator.equals("ne");
        if (written.equals("null") && equality) {
            return new Comparison(name, operator, written);
        }
        boolean quoted = written.startsWith("'");
        boolean fits = switch (kind) {
            case TEXT -> quoted;
            case LIST -> quoted && equality;
            case TRUTH -> equality && (written.equals("true") || written.equals("false"));
            case TIME -> !quoted && Character.isDigit(written.charAt(0));
        };
        if (!fits) {
            throw Refusal.query(name + " cannot be compared by " + operator + " with " + written + ".");
        }
        if (kind == Kind.TIME) {
            return new Comparison(name, operator, Times.write(time(written)));
        }
        // The first quote sets a string apart from the word null.
        return new Comparison(
                name,
                operator,
                quoted ? written.substring(0, written.length() - 1).replace("''", "'") : written);
    }

    private static Instant time(String written) throws Refusal {
        String whole = written.contains("T") ? written.replace(' ', '+') : written.substring(0, 10) + "T00:00:00Z";
        return Times.read(whole).orElseThrow(() -> Refusal.query(written + " is no timestamp."));
    }

    boolean holds(JsonNode held) {
        OptionalInt order = order(held);
        return switch (operator) {
            case "eq" -> order.equals(OptionalInt.of(0));
            case "ne" -> !order.equals(OptionalInt.of(0));
            case "gt" -> order.orElse(0) > 0;
            case "ge" -> order.orElse(-1) >= 0;
            case "lt" -> order.orElse(0) < 0;
            case "le" -> order.orElse(1) <= 0;
            default -> throw new IllegalStateException("no such operator: " + operator);
        };
    }

    /** Empty where one side is null. */
    private OptionalInt order(JsonNode held) {
        if (literal.equals("null") || held.isNull()) {
            return literal.equals("null") && held.isNull() ? OptionalInt.of(0) : OptionalInt.empty();
        }
        return OptionalInt.of(
                switch (FILTERABLE.getOrDefault(name, Kind.TEXT)) {
                    case TEXT -> held.asString().compareTo(literal.substring(1));
                    case LIST ->
                        held.valueStream().anyMatch(one -> one.asString().equals(literal.substring(1))) ? 0 : 1;
                    case TRUTH -> Boolean.compare(held.asBoolean(), Boolean.parseBoolean(literal));
                    case TIME -> instant(held.asString()).compareTo(instant(literal));
                });
    }

    private static Instant instant(String written) {
        return Times.read(written).orElseThrow();
    }

    private enum Kind {
        TEXT,
        LIST,
        TRUTH,
        TIME
    }
}
