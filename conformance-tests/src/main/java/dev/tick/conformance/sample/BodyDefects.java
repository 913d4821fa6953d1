package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that break one constraint of the contract and nothing else, derived from it. */
public final class BodyDefects {
    private static final String REQUIRED = "/required/";

    private final Contract contract;
    private final BoundaryValues candidates;
    private final Validator validator;
    private final Samples samples;
    private final Map<String, List<BodyDefect>> known = new HashMap<>();
    private final Map<String, ObjectNode> sounds = new HashMap<>();

    /** Creates the defects of one contract. */
    public BodyDefects(Contract contract, Validator validator, Samples samples) {
        this.contract = contract;
        candidates = new BoundaryValues(contract);
        this.validator = validator;
        this.samples = samples;
    }

    /**
     * Returns the bodies that break the constraint at a pointer; equal for every row that asks.
     *
     * @param pointer to a constraint of the operation's request schema, or to what holds it
     * @throws IllegalArgumentException when the pointer names no property, so that nothing can be derived
     */
    public List<BodyDefect> of(Operation operation, String pointer) {
        return known.computeIfAbsent(operation.id() + " " + pointer, key -> derive(operation, pointer));
    }

    private List<BodyDefect> derive(Operation operation, String pointer) {
        int required = pointer.lastIndexOf(REQUIRED);
        if (required >= 0) {
            return breaking(
                    operation, pointer, contract.at(pointer).asString(), sound -> List.of(BoundaryValue.missing()));
        }
        String property = Pointers.property(pointer)
                .orElseThrow(() ->
                        new IllegalArgumentException(pointer + " leads to no property, so no defect follows from it"));
        return breaking(operation, pointer, property, sound -> candidates.beyond(pointer, sound));
    }

    /** Returns, for each candidate, the examples in which it breaks only this constraint; the validator decides. */
    private List<BodyDefect> breaking(
            Operation operation, String pointer, String property, Function<JsonNode, List<BoundaryValue>> proposed) {
        Map<String, List<String>> fitting = new LinkedHashMap<>();
        for (String example : operation.requestExamples().keySet()) {
            ObjectNode sound =
                    sounds.computeIfAbsent(operation.id() + " " + example, key -> samples.outline(operation, example));
            for (BoundaryValue candidate : proposed.apply(sound.path(property))) {
                if (breaksOnly(operation, pointer, property, with(sound, property, candidate, JsonNode::deepCopy))) {
                    fitting.computeIfAbsent(candidate.name(), key -> new ArrayList<>())
                            .add(example);
                }
            }
        }
        return fitting.entrySet().stream()
                .map(defect -> new BodyDefect(
                        defect.getValue().get(0) + ": " + property + defect.getKey(),
                        defect.getValue(),
                        example -> body(operation, example, property, proposed, defect.getKey())))
                .toList();
    }

    private ObjectNode body(
            Operation operation,
            String example,
            String property,
            Function<JsonNode, List<BoundaryValue>> proposed,
            String name) {
        ObjectNode fresh = samples.fresh(operation, example);
        BoundaryValue value = proposed.apply(fresh.path(property)).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return with(fresh, property, value, samples::freshItem);
    }

    /**
     * Returns the body with another value for a property.
     *
     * @param item makes an item like a given one
     */
    private static ObjectNode with(
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

    private boolean breaksOnly(Operation operation, String pointer, String property, ObjectNode body) {
        String location = "/" + LocatedDocument.segment(property);
        List<Violation> violations =
                validator.body(Subject.CLIENT, operation.requestSchema().orElseThrow(), body);
        return violations.stream().anyMatch(violation -> leads(violation.schema(), pointer))
                && violations.stream()
                        .allMatch(violation -> violation.keyword().equals("required")
                                ? violations.size() == 1
                                : violation.location().equals(location)
                                        || violation.location().startsWith(location + "/"));
    }

    private static boolean leads(String schema, String pointer) {
        return schema.equals(pointer) || schema.startsWith(pointer + "/");
    }
}
