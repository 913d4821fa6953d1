package dev.tick.conformance.exploration;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A body to be made, before any value is drawn.
 *
 * @param slot the number of the entity in its sequence
 * @param example the contract's example that the body is like
 * @param kinds the kind of value of each property that is not plain, by its name
 */
record Draft(int slot, String example, Map<String, String> kinds) {
    /** Copies the map. */
    Draft {
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /** Returns a draft with plain values. */
    Draft plain() {
        return new Draft(slot, example, Map.of());
    }

    /** Returns a draft without one kind. */
    Draft without(String property) {
        Map<String, String> fewer = new TreeMap<>(kinds);
        fewer.remove(property);
        return new Draft(slot, example, fewer);
    }

    /** Returns a name of the shape, the same in every run. */
    String shape() {
        return example + " " + kinds;
    }
}
