package dev.tick.conformance.exploration;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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

    /** Returns a name of the shape where a property keeps the kind that it has from an earlier draft; empty where it is plain. */
    String shape(String property, Optional<String> kind) {
        Map<String, String> kept = new TreeMap<>(without(property).kinds());
        kind.ifPresent(one -> kept.put(property, one));
        return new Draft(slot, example, kept).shape();
    }
}
