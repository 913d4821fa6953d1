package dev.tick.reference.firstsecond;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One stored indicator, never changed in place; changes make a new one with the same order number. */
record SecondIndicator(
        long order,
        String owner,
        String indicator,
        String indicatorType,
        String action,
        Instant created,
        Map<String, Object> optional,
        int updates) {

    /** All properties in the order of the pages. */
    static final List<String> PROPERTIES = List.of(
            "indicator",
            "indicatorType",
            "title",
            "creationTimeDateTimeUtc",
            "createdBy",
            "expirationTime",
            "action",
            "severity",
            "description",
            "recommendedActions");
    /** Those that a caller may leave out, and may change later. */
    static final List<String> OPTIONAL =
            List.of("title", "expirationTime", "severity", "description", "recommendedActions");

    /** The property's value: a text, an instant, or null. */
    Object get(String property) {
        return switch (property) {
            case "indicator" -> indicator;
            case "indicatorType" -> indicatorType;
            case "action" -> action;
            case "createdBy" -> owner;
            case "creationTimeDateTimeUtc" -> created;
            default -> optional.get(property);
        };
    }

    boolean expired(Instant now) {
        return optional.get("expirationTime") instanceof Instant end && !end.isAfter(now);
    }

    /** This one with some optional properties changed; what is absent in the changes stays. */
    SecondIndicator changed(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(optional);
        merged.putAll(changes);
        return new SecondIndicator(
                order,
                owner,
                indicator,
                indicatorType,
                action,
                created,
                Collections.unmodifiableMap(merged),
                updates + 1);
    }

    SecondIndicator withAction(String other) {
        return new SecondIndicator(order, owner, indicator, indicatorType, other, created, optional, updates);
    }

    SecondIndicator withType(String other) {
        return new SecondIndicator(order, owner, indicator, other, action, created, optional, updates);
    }

    SecondIndicator withCreated(Instant time) {
        return new SecondIndicator(order, owner, indicator, indicatorType, action, time, optional, updates);
    }

    /** The entity as JSON, with the given properties only. */
    ObjectNode json(List<String> properties) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String property : properties) {
            Object value = get(property);
            node.put(property, value instanceof Instant time ? SecondTime.write(time) : (String) value);
        }
        return node;
    }
}
