package dev.tick.reference.todaythird;

import java.time.Instant;
import java.util.List;

/** A filter's properties, literals and comparisons. */
final class Compare {
    private static final List<String> FILTERABLE = List.of(
            "application",
            "createdByDisplayName",
            "expirationTime",
            "generateAlert",
            "title",
            "rbacGroupNames",
            "rbacGroupIds",
            "indicatorValue",
            "indicatorType",
            "creationTimeDateTimeUtc",
            "createdBy",
            "action",
            "severity");
    private final TodayThirdFault fault;

    Compare(TodayThirdFault fault) {
        this.fault = fault;
    }

    static String filterable(String property) {
        if (!FILTERABLE.contains(property)) {
            throw Problem.odata("The property '" + property + "' cannot be filtered.");
        }
        return property;
    }

    Object value(Indicator one, String property) {
        return switch (property) {
            case "application" -> one.application;
            case "createdByDisplayName" -> one.source;
            case "expirationTime" -> one.expiration;
            case "generateAlert" -> one.generateAlert;
            case "title" -> fault == TodayThirdFault.TITLE_FILTER_STALE ? one.firstTitle : one.title;
            case "rbacGroupNames" -> one.groups;
            case "rbacGroupIds" -> one.groupIds;
            case "indicatorValue" -> one.value;
            case "indicatorType" -> one.type;
            case "creationTimeDateTimeUtc" -> one.created;
            case "createdBy" -> one.createdBy;
            case "action" -> one.action;
            case "severity" -> one.severity;
            default -> throw new IllegalArgumentException(property + " is filterable, and has no value here");
        };
    }

    /** A literal: text, time, number, Boolean, or null. */
    Object literal(Lexer.Word word, String property) {
        boolean timed = property.equals("expirationTime") || property.equals("creationTimeDateTimeUtc");
        switch (word.kind()) {
            case TIME:
                return time(word.text());
            case TEXT:
                return timed ? time(word.text()) : word.text();
            case NUMBER:
                return new java.math.BigDecimal(word.text());
            case NAME:
                if (word.text().equals("null")) {
                    return null;
                }
                if (word.text().equals("true") || word.text().equals("false")) {
                    return Boolean.valueOf(word.text());
                }
                break;
            default:
                break;
        }
        throw Problem.odata("The filter wants a literal instead of '" + word.text() + "'.");
    }

    private Object time(String text) {
        String read =
                fault == TodayThirdFault.FILTER_IGNORES_OFFSET ? text.replaceFirst("[+-]\\d\\d:\\d\\d$", "Z") : text;
        Instant time = Times.parse(read, true);
        if (time == null) {
            throw Problem.odata("The filter's '" + text + "' is not a date and time.");
        }
        return time;
    }

    boolean test(Object value, String operator, Object literal) {
        if (fault == TodayThirdFault.NOT_EQUAL_SKIPS_NULL
                && operator.equals("ne")
                && value == null
                && literal != null) {
            return false;
        }
        if (value == null || literal == null) {
            boolean equal = value == literal;
            return operator.equals("ne") ? !equal : operator.equals("eq") && equal;
        }
        if (value.getClass() != literal.getClass()) {
            throw Problem.odata("The filter compares a value with a literal of another type.");
        }
        int order = order(value, literal);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static int order(Object value, Object literal) {
        if (value instanceof Instant time) {
            return time.compareTo((Instant) literal);
        }
        if (value instanceof Boolean truth) {
            return truth.compareTo((Boolean) literal);
        }
        return value.toString().compareTo(literal.toString());
    }
}
