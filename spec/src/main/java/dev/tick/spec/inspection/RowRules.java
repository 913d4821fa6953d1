package dev.tick.spec.inspection;

import dev.tick.spec.check.BrokenConstraint;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.defect.ConstraintBreaker;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The demand on each row: requests with its defect can be made from the examples. */
final class RowRules {
    private final Contract contract;
    private final Register register;
    private final Problems problems;
    private final ConstraintBreaker breaker;

    RowRules(Specification specification, Problems problems) {
        contract = specification.contract();
        register = specification.register();
        this.problems = problems;
        breaker = new ConstraintBreaker(
                contract, new Validator(contract, register, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    }

    void check() {
        List<Requirement> rows = register.requirements();
        for (int i = 0; i < rows.size(); i++) {
            Optional<Check> check = rows.get(i).check();
            if (check.isPresent()
                    && check.get() instanceof RequestCheck request
                    && request.change() instanceof BrokenConstraint broken) {
                derived("/requirements/" + i + "/check", contract.operation(request.operation()), broken.pointer());
            }
        }
    }

    private void derived(String place, Operation operation, String pointer) {
        Optional<String> property = breaker.property(pointer);
        if (operation.requestSchema().isEmpty()) {
            problem(place, operation.id() + " takes no body, so that no constraint of one is broken; add a 'defect'");
        } else if (property.isEmpty()) {
            problem(place, "no defect follows from " + pointer + ", which leads to no property; point 'schema' at one");
        } else if (operation.requestExamples().values().stream()
                .noneMatch(example -> breaks(operation, pointer, property.get(), example))) {
            problem(place, reason(operation, pointer, property.get()));
        }
    }

    private boolean breaks(Operation operation, String pointer, String property, JsonNode example) {
        return example instanceof ObjectNode sound
                && breaker.proposed(pointer, sound.path(property)).stream()
                        .anyMatch(value -> breaker.breaksOnly(operation, pointer, property, sound, value));
    }

    private static String reason(Operation operation, String pointer, String property) {
        boolean sent = operation.requestExamples().values().stream().anyMatch(example -> example.has(property));
        return sent
                ? "none of the kit's values breaks the constraint at " + pointer + " alone, so the row would end as"
                        + " ERROR; name a value that breaks it, such as 'set: {" + property + ": ...}'"
                : "no request example of " + operation.id() + " has '" + property
                        + "', so nothing breaks the constraint" + " at " + pointer + "; add it to one";
    }

    private void problem(String place, String text) {
        problems.add(register.source().defect(place, text));
    }
}
