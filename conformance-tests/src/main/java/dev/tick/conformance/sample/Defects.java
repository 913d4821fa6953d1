package dev.tick.conformance.sample;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Subject;
import dev.tick.spec.source.YamlSource;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Derives from a constraint of the contract the bodies that break it and nothing else. */
public final class Defects {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROPERTIES = "/properties/";
    private static final String CONDITION = "/then/";
    private static final String REQUIRED = "/required/";

    /** Each of another JSON type than any other. */
    private static final List<JsonNode> VALUES =
            List.of(JSON.numberNode(5), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode(), JSON.nullNode());

    /** Texts that are no value of a list or a format; a missing offset is left out, since DateTimeOffset is often read without. */
    private static final List<String> TEXTS =
            List.of("not a value", "", "2999-02-30T00:00:00Z", "256.0.2.1", "-host-.example", "host.example");

    private final Contract contract;
    private final Validator validator;
    private final Samples samples;
    private final Map<String, List<Defect>> known = new HashMap<>();
    private final Map<String, ObjectNode> sounds = new HashMap<>();

    /** Derives for one contract. */
    public Defects(Contract contract, Validator validator, Samples samples) {
        this.contract = contract;
        this.validator = validator;
        this.samples = samples;
    }

    /**
     * The bodies that break the constraint at a pointer; the same for every row that asks.
     *
     * @param pointer to a constraint of the operation's request schema, or to what holds it
     * @throws IllegalArgumentException when the pointer names no property, so that nothing can be derived
     */
    public List<Defect> of(Operation operation, String pointer) {
        return known.computeIfAbsent(operation.id() + " " + pointer, key -> derive(operation, pointer));
    }

    private List<Defect> derive(Operation operation, String pointer) {
        int required = pointer.lastIndexOf(REQUIRED);
        if (required >= 0) {
            return breaking(operation, pointer, contract.at(pointer).asString(), true);
        }
        int properties = pointer.lastIndexOf(PROPERTIES);
        if (properties < 0) {
            throw new IllegalArgumentException(pointer + " leads to no property, so no defect follows from it");
        }
        String rest = pointer.substring(properties + PROPERTIES.length());
        int end = rest.indexOf('/');
        String property =
                (end < 0 ? rest : rest.substring(0, end)).replace("~1", "/").replace("~0", "~");
        return breaking(operation, pointer, property, false);
    }

    /** Another JSON type breaks the declared type, or all alternatives; elsewhere it would break more than one constraint. */
    private static List<Optional<JsonNode>> candidates(String pointer, JsonNode value) {
        List<Optional<JsonNode>> candidates = new ArrayList<>();
        if (pointer.endsWith("/type") || (pointer.endsWith("/anyOf") && !pointer.contains(CONDITION))) {
            VALUES.forEach(other -> candidates.add(Optional.of(other)));
        }
        String text = value.asString("");
        if (text.matches("[0-9A-Fa-f]{32,64}")) {
            for (String other : List.of(text.substring(1), text + "0", "g" + text.substring(1))) {
                candidates.add(Optional.of(JSON.stringNode(other)));
            }
        }
        TEXTS.forEach(other -> candidates.add(Optional.of(JSON.stringNode(other))));
        return candidates;
    }

    /** Of each candidate the first example in which it breaks the constraint alone; the validator decides. */
    private List<Defect> breaking(Operation operation, String pointer, String property, boolean removed) {
        Map<String, Defect> defects = new LinkedHashMap<>();
        for (String example : operation.requestExamples().keySet()) {
            ObjectNode sound =
                    sounds.computeIfAbsent(operation.id() + " " + example, key -> samples.fresh(operation, example));
            List<Optional<JsonNode>> candidates =
                    removed ? List.of(Optional.empty()) : candidates(pointer, sound.path(property));
            for (Optional<JsonNode> candidate : candidates) {
                String shown = property + candidate.map(value -> "=" + value).orElse(" missing");
                if (!defects.containsKey(shown)
                        && breaksOnly(operation, pointer, property, with(sound, property, candidate))) {
                    ObjectNode body = with(samples.fresh(operation, example), property, candidate);
                    defects.put(shown, new Defect(example + ": " + shown, example, body));
                }
            }
        }
        return List.copyOf(defects.values());
    }

    private static ObjectNode with(ObjectNode sound, String property, Optional<JsonNode> value) {
        ObjectNode body = sound.deepCopy();
        value.ifPresentOrElse(other -> body.set(property, other), () -> body.remove(property));
        return body;
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
