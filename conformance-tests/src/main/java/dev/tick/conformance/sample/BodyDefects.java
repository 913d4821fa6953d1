package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.defect.BoundaryValue;
import dev.tick.spec.defect.ConstraintBreaker;
import dev.tick.spec.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that break one constraint of the contract and nothing else, derived from it. */
public final class BodyDefects {
    private final ConstraintBreaker breaker;
    private final Samples samples;
    private final SharedValues shared;
    private final Map<String, List<BodyDefect>> known = new HashMap<>();
    private final Map<String, ObjectNode> sounds = new HashMap<>();

    /** Creates the defects of one contract. */
    public BodyDefects(Contract contract, Validator validator, Samples samples) {
        breaker = new ConstraintBreaker(contract, validator);
        this.samples = samples;
        shared = new SharedValues(contract);
    }

    /**
     * Returns the bodies that break the constraint at a pointer, each with a value of the place's share; equal for every row that
     * asks.
     *
     * @param pointer to a constraint of the operation's request schema, or to what holds it
     * @throws IllegalArgumentException when the pointer names no property, so that nothing can be derived
     */
    public List<BodyDefect> of(Operation operation, String pointer) {
        return known.computeIfAbsent(operation.id() + " " + pointer, key -> derive(operation, pointer));
    }

    /** Returns, for each candidate of the place's share, the examples in which it breaks only this constraint; the validator decides. */
    private List<BodyDefect> derive(Operation operation, String pointer) {
        String property = breaker.property(pointer)
                .orElseThrow(() ->
                        new IllegalArgumentException(pointer + " leads to no property, so no defect follows from it"));
        Map<String, BoundaryValue> candidates = new LinkedHashMap<>();
        Map<String, List<String>> fitting = new LinkedHashMap<>();
        for (String example : operation.requestExamples().keySet()) {
            ObjectNode sound =
                    sounds.computeIfAbsent(operation.id() + " " + example, key -> samples.outline(operation, example));
            for (BoundaryValue candidate : breaker.proposed(pointer, sound.path(property))) {
                if (breaker.breaksOnly(operation, pointer, property, sound, candidate)) {
                    candidates.putIfAbsent(candidate.name(), candidate);
                    fitting.computeIfAbsent(candidate.name(), key -> new ArrayList<>())
                            .add(example);
                }
            }
        }
        return shared.of(pointer, List.copyOf(candidates.values())).stream()
                .map(BoundaryValue::name)
                .map(name -> {
                    List<String> examples = fitting.getOrDefault(name, List.of());
                    return new BodyDefect(
                            examples.get(0) + ": " + property + name,
                            examples,
                            example -> body(operation, example, property, pointer, name));
                })
                .toList();
    }

    private ObjectNode body(Operation operation, String example, String property, String pointer, String name) {
        ObjectNode fresh = samples.fresh(operation, example);
        BoundaryValue value = breaker.proposed(pointer, fresh.path(property)).stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ConstraintBreaker.with(fresh, property, value, samples::freshItem);
    }
}
