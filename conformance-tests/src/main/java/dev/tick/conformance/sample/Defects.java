package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Subject;
import dev.tick.spec.source.YamlSource;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Derives from a constraint of the contract the bodies that break it and nothing else. */
public final class Defects {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROPERTIES = "/properties/";
    private static final String REQUIRED = "/required/";

    /** Each of another JSON type than any other. */
    private static final List<JsonNode> VALUES =
            List.of(JSON.numberNode(5), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode(), JSON.nullNode());

    /** Texts that are no value of a list or a format; a missing offset is left out, since DateTimeOffset is often read without. */
    private static final List<String> TEXTS = List.of(
            "tick-unknown", "not a value", "", "2999-02-30T00:00:00Z", "256.0.2.1", "-host-.example", "host.example");

    private final Contract contract;
    private final Validator validator;
    private final Samples samples;

    /** Derives for one contract. */
    public Defects(Contract contract, Validator validator, Samples samples) {
        this.contract = contract;
        this.validator = validator;
        this.samples = samples;
    }

    /**
     * The bodies that break the constraint at a pointer.
     *
     * @param pointer to a constraint of the operation's request schema, or to what holds it
     * @throws IllegalArgumentException when the pointer names no property, so that nothing can be derived
     */
    public List<Defect> of(Operation operation, String pointer) {
        int required = pointer.lastIndexOf(REQUIRED);
        if (required >= 0) {
            return breaking(operation, pointer, contract.at(pointer).asString(), List.of(Optional.empty()));
        }
        int properties = pointer.lastIndexOf(PROPERTIES);
        if (properties < 0) {
            throw new IllegalArgumentException(pointer + " leads to no property, so no defect follows from it");
        }
        String rest = pointer.substring(properties + PROPERTIES.length());
        int end = rest.indexOf('/');
        String property =
                (end < 0 ? rest : rest.substring(0, end)).replace("~1", "/").replace("~0", "~");
        return breaking(operation, pointer, property, candidates(operation, property));
    }

    private List<Optional<JsonNode>> candidates(Operation operation, String property) {
        List<Optional<JsonNode>> candidates = new ArrayList<>();
        VALUES.forEach(value -> candidates.add(Optional.of(value)));
        for (JsonNode example : operation.requestExamples().values()) {
            String value = example.path(property).asString("");
            if (value.matches("[0-9A-Fa-f]{32,64}")) {
                candidates.add(Optional.of(JSON.stringNode(value.substring(1))));
                candidates.add(Optional.of(JSON.stringNode(value + "0")));
                candidates.add(Optional.of(JSON.stringNode("g" + value.substring(1))));
            }
        }
        TEXTS.forEach(text -> candidates.add(Optional.of(JSON.stringNode(text))));
        return candidates;
    }

    /** Of each candidate the first example in which it breaks the constraint alone; the validator decides. */
    private List<Defect> breaking(
            Operation operation, String pointer, String property, List<Optional<JsonNode>> candidates) {
        List<Defect> defects = new ArrayList<>();
        for (Optional<JsonNode> candidate : candidates) {
            for (String example : operation.requestExamples().keySet()) {
                ObjectNode body = samples.fresh(operation, example);
                boolean absent = !body.has(property);
                candidate.ifPresentOrElse(value -> body.set(property, value), () -> body.remove(property));
                boolean changed = candidate.isPresent() || !absent;
                if (changed && breaksOnly(operation, pointer, property, body)) {
                    String name = property + candidate.map(value -> "=" + value).orElse(" missing");
                    if (defects.stream().noneMatch(known -> known.name().equals(name))) {
                        defects.add(new Defect(name, example, body));
                    }
                    break;
                }
            }
        }
        return defects;
    }

    private boolean breaksOnly(Operation operation, String pointer, String property, ObjectNode body) {
        String location = "/" + YamlSource.segment(property);
        List<Violation> violations =
                validator.body(Subject.CLIENT, operation.requestSchema().orElseThrow(), body);
        return violations.stream().anyMatch(violation -> leads(violation.schema(), pointer))
                && violations.stream()
                        .allMatch(violation -> violation.keyword().equals("required")
                                ? violations.size() == 1
                                : violation.location().equals(location));
    }

    private static boolean leads(String schema, String pointer) {
        return schema.equals(pointer) || schema.startsWith(pointer + "/");
    }
}
