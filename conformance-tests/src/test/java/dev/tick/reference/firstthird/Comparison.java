package dev.tick.reference.firstthird;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Compares a property with a literal as OData tells: null equals null alone, and nothing is less than null. */
final class Comparison {
    private static final Map<String, String> MIRRORED =
            Map.of("eq", "eq", "ne", "ne", "gt", "lt", "ge", "le", "lt", "gt", "le", "ge");
    private final Times times;
    private final FirstThirdFault fault;

    Comparison(Times times, FirstThirdFault fault) {
        this.times = times;
        this.fault = fault;
    }

    String property(String token) {
        if (!Schema.PROPERTIES.contains(token)) {
            throw Refusal.odata("Could not find a property named '" + token + "' on the type TiIndicator.");
        }
        return token;
    }

    Predicate<Entry> of(String left, String operator, String right) {
        if (!MIRRORED.containsKey(operator)) {
            throw Refusal.odata("The filter has a syntax error at " + operator + ".");
        }
        boolean mirrored = !Schema.PROPERTIES.contains(left) && Schema.PROPERTIES.contains(right);
        String property = property(mirrored ? right : left);
        Comparable<?> literal = literal(property, mirrored ? left : right);
        String sign = mirrored ? MIRRORED.get(operator) : operator;
        return entry -> holds(value(entry, property), sign, literal, property);
    }

    private Object value(Entry entry, String property) {
        return property.equals("severity") ? entry.indexedSeverity() : entry.property(property);
    }

    private Comparable<?> literal(String property, String token) {
        if (token.equals("null")) {
            return null;
        }
        if (Schema.isTime(property)) {
            Instant moment = times.read(token);
            if (moment == null) {
                throw Refusal.odata("The filter compares " + property + " with " + token + ", which is no time.");
            }
            return moment;
        }
        if (!token.startsWith("'")) {
            throw Refusal.odata("The filter compares " + property + " with " + token + ", which is no text.");
        }
        String text = token.substring(1);
        if (Schema.ENUMS.containsKey(property) && !Schema.ENUMS.get(property).contains(text)) {
            throw Refusal.odata("The filter compares " + property + " with the unknown value " + text + ".");
        }
        return text;
    }

    private boolean holds(Object value, String operator, Comparable<?> literal, String property) {
        if (value == null || literal == null) {
            boolean same = value == literal;
            if (fault == FirstThirdFault.NE_PASSES_OVER_NULL && literal != null) {
                return false;
            }
            return operator.equals("eq") ? same : operator.equals("ne") && !same;
        }
        int order = order(property, value, literal);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" ->
                fault == FirstThirdFault.GE_LEAVES_OUT_EQUAL_TIME && value instanceof Instant ? order > 0 : order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    /** Times by the clock, members of an enumeration as they are listed, texts by their characters. */
    static int order(String property, Object left, Object right) {
        List<String> members = Schema.ENUMS.get(property);
        if (members != null) {
            return Integer.compare(members.indexOf(left), members.indexOf(right));
        }
        return left instanceof Instant moment
                ? moment.compareTo((Instant) right)
                : ((String) left).compareTo((String) right);
    }
}
