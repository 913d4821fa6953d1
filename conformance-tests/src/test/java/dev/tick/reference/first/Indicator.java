package dev.tick.reference.first;

import java.time.Instant;
import java.util.Map;

/** A stored indicator: its eight documented properties (null where unset), and what the server adds to them. */
record Indicator(long number, Map<String, String> values, Instant created, Instant updated, String createdBy) {

    String value() {
        return values.get("indicator");
    }

    Indicator changed(Map<String, String> newValues) {
        return new Indicator(number, newValues, created, Instant.now(), createdBy);
    }

    /** Returns whether type and action are the same, neither of which may ever change. */
    boolean sameKind(Map<String, String> others) {
        return values.get("indicatorType").equals(others.get("indicatorType"))
                && values.get("action").equals(others.get("action"));
    }
}
