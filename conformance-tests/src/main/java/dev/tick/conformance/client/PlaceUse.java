package dev.tick.conformance.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tells whether a body carries what a place of its schema speaks of: a property, an item, a condition that holds. */
final class PlaceUse {
    private final Contract contract;
    private final Validator validator;

    PlaceUse(Contract contract, Validator validator) {
        this.contract = contract;
        this.validator = validator;
    }

    /**
     * Returns whether a body carries a place.
     *
     * @param schema of the body
     * @param pointer of the place, which begins with that of the schema
     */
    boolean carries(String schema, String pointer, JsonNode body) {
        List<String> steps = pointer.length() == schema.length()
                ? List.of()
                : List.of(pointer.substring(schema.length() + 1).split("/", -1));
        return reaches(schema, steps, body);
    }

    private boolean reaches(String at, List<String> steps, JsonNode value) {
        if (value.isMissingNode()) {
            return false;
        }
        if (steps.isEmpty()) {
            return applies(at, value);
        }
        String step = steps.get(0);
        return switch (step) {
            case "properties" ->
                reaches(
                        at + "/properties/" + steps.get(1),
                        rest(steps, 2),
                        value.path(Pointers.unescaped(steps.get(1))));
            case "items" ->
                value.isArray() && value.valueStream().anyMatch(item -> reaches(at + "/items", rest(steps, 1), item));
            case "$ref" -> reaches(at + "/$ref", rest(steps, 1), value);
            case "allOf", "anyOf", "oneOf" -> reaches(at + "/" + step + "/" + steps.get(1), rest(steps, 2), value);
            case "then" -> applies(at, value) && reaches(at + "/then", rest(steps, 1), value);
            // A keyword, which speaks of the value itself.
            default -> true;
        };
    }

    /** Returns whether the condition of a schema holds; one without a condition always applies. */
    private boolean applies(String at, JsonNode value) {
        return !contract.at(at).has("if")
                || validator
                        .body(Subject.CLIENT, contract.resolved(at + "/if"), value)
                        .isEmpty();
    }

    private static List<String> rest(List<String> steps, int from) {
        return steps.subList(from, steps.size());
    }
}
