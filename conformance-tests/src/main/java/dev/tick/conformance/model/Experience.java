package dev.tick.conformance.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The lessons of earlier sequences of requests about a target. Not thread-safe. */
public final class Experience {
    private final Set<String> taken = new HashSet<>();
    private final Map<Principal, JsonNode> creators = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /** Records that a request of a shape was taken from a caller. */
    void took(Action action, String shape) {
        taken.add(key(action, shape));
    }

    /** Returns whether a request of a shape was taken from a caller before, so that another is not to be refused. */
    boolean hasTaken(Action action, String shape) {
        return taken.contains(key(action, shape));
    }

    private static String key(Action action, String shape) {
        return action.effect() + " " + action.caller().name() + " " + shape;
    }

    /** Returns who the entities of a caller were told to be created by; the first call tells. */
    JsonNode creator(Principal caller, JsonNode told) {
        return creators.computeIfAbsent(caller, key -> told);
    }

    /** Returns the other application whose entities were told to be created by the same one. */
    Optional<Principal> sameCreator(Principal caller, JsonNode told) {
        return creators.entrySet().stream()
                .filter(one -> !one.getKey().equals(caller) && one.getKey().kind() != Principal.Kind.USER)
                .filter(one -> one.getValue().equals(told))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the identity that has a number; the first call tells. */
    String holder(String number, String identity) {
        return numbers.computeIfAbsent(number, key -> identity);
    }
}
