package dev.tick.spec.defect;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Proposes values that break one constraint of a request body, and tells which of them break nothing else. */
public final class ConstraintBreaker {
    private static final String REQUIRED = "/required/";

    private final Contract contract;
    private final BoundaryValues candidates;
    private final Validator validator;

    /**
     * Prepares a contract.
     *
     * @param validator decides what a body breaks
     */
    public ConstraintBreaker(Contract contract, Validator validator) {
        this.contract = contract;
        candidates = new BoundaryValues(contract);
        this.validator = validator;
    }

    /** Returns the property whose value breaks the constraint at a pointer; empty where the pointer leads to none. */
    public Optional<String> property(String pointer) {
        return isRequired(pointer) ? Optional.of(contract.at(pointer).asString()) : Pointers.property(pointer);
    }

    /** Returns the values that may break the constraint at a pointer, in place of a sound one. */
    public List<BoundaryValue> proposed(String pointer, JsonNode sound) {
        return isRequired(pointer) ? List.of(BoundaryValue.missing()) : candidates.beyond(pointer, sound);
    }

    private static boolean isRequired(String pointer) {
        return pointer.contains(REQUIRED);
    }

    /** Returns whether a sound body breaks only the constraint at a pointer when the property has the value. */
    public boolean breaksOnly(
            Operation operation, String pointer, String property, ObjectNode sound, BoundaryValue value) {
        String location = "/" + LocatedDocument.segment(property);
        List<Violation> violations = validator.body(
                Subject.CLIENT,
                operation.requestSchema().orElseThrow(),
                with(sound, property, value, JsonNode::deepCopy));
        return violations.stream().anyMatch(violation -> leads(violation.schema(), pointer))
                && violations.stream()
                        .allMatch(violation -> violation.keyword().equals("required")
                                ? violations.size() == 1
                                : violation.location().equals(location)
                                        || violation.location().startsWith(location + "/"));
    }

    /**
     * Returns a body with another value for a property.
     *
     * @param item makes an item like a given one
     */
    public static ObjectNode with(
            ObjectNode sound, String property, BoundaryValue candidate, UnaryOperator<JsonNode> item) {
        ObjectNode body = sound.deepCopy();
        if (candidate.length().isPresent()) {
            ArrayNode items = body.putArray(property);
            for (int i = 0; i < candidate.length().getAsInt(); i++) {
                JsonNode first = sound.path(property).path(0);
                items.add(first.isObject() ? item.apply(first) : first);
            }
            return body;
        }
        candidate.value().ifPresentOrElse(other -> body.set(property, other), () -> body.remove(property));
        return body;
    }

    private static boolean leads(String schema, String pointer) {
        return schema.equals(pointer) || schema.startsWith(pointer + "/");
    }
}
