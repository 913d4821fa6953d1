package dev.tick.reference.firstsecond;

import java.time.Instant;
import java.util.function.Predicate;

/** One side of a comparison: a property's name, or a literal text, time or null. */
record SecondOperand(String property, Object literal) {

    static SecondOperand read(String word, FirstSecondFault fault) {
        if (word.startsWith("'")) {
            String inner = word.substring(1, word.length() - 1);
            return new SecondOperand(
                    null, fault == FirstSecondFault.FILTER_QUOTE_KEPT ? inner : inner.replace("''", "'"));
        }
        if (word.equals("null")) {
            return new SecondOperand(null, null);
        }
        if (SecondIndicator.PROPERTIES.contains(word)) {
            return new SecondOperand(word, null);
        }
        Instant time = SecondTime.read(word, FirstSecondFault.NONE);
        if (time == null && word.matches("\\d{4}-\\d\\d-\\d\\d")) {
            time = SecondTime.read(word + "T00:00:00Z", FirstSecondFault.NONE);
        }
        if (time == null) {
            throw SecondFilter.bad("'" + word + "' is neither a property of a Ti Indicator nor a value");
        }
        return new SecondOperand(null, time);
    }

    Object value(SecondFilter.View view) {
        return property == null ? literal : view.apply(property);
    }

    private boolean time() {
        return property == null
                ? literal instanceof Instant
                : property.equals("expirationTime") || property.equals("creationTimeDateTimeUtc");
    }

    private boolean nothing() {
        return property == null && literal == null;
    }

    static Predicate<SecondFilter.View> comparison(
            SecondOperand left, String operator, SecondOperand right, FirstSecondFault fault) {
        if (left.time() != right.time() && !left.nothing() && !right.nothing()) {
            throw SecondFilter.bad("a time is compared with a text");
        }
        boolean literalNull = left.nothing() || right.nothing();
        return view -> {
            Object a = left.value(view);
            Object b = right.value(view);
            if (operator.equals("eq")) {
                return a == null ? b == null : a.equals(b);
            }
            if (operator.equals("ne")) {
                if (fault == FirstSecondFault.FILTER_NE_SKIPS_NULL && !literalNull && (a == null || b == null)) {
                    return false;
                }
                return a == null ? b != null : !a.equals(b);
            }
            if (a == null || b == null) {
                return false;
            }
            int order = compare(a, b);
            return switch (operator) {
                case "gt" -> order > 0;
                case "ge" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        };
    }

    /** Orders two values of one kind; null comes first. */
    static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return a instanceof Instant time ? time.compareTo((Instant) b) : ((String) a).compareTo((String) b);
    }
}
