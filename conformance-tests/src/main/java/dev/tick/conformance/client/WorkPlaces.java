package dev.tick.conformance.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Set;

/** Tells what kinds of work can carry a place of the contract. */
final class WorkPlaces {
    private static final String PARAMETERS = "/parameters/";

    private final Contract contract;

    WorkPlaces(Contract contract) {
        this.contract = contract;
    }

    /** Returns whether other work than these kinds can carry the place of a row, and none of these. */
    boolean isElsewhere(Requirement row, Set<Effect> kinds) {
        List<Effect> carrying = row.schema().stream()
                .flatMap(pointer -> contract.operations().stream().filter(operation -> carries(operation, pointer)))
                .flatMap(operation -> operation.effect().stream())
                .toList();
        return !carrying.isEmpty() && carrying.stream().noneMatch(kinds::contains);
    }

    private static boolean carries(Operation operation, String pointer) {
        int parameters = pointer.indexOf(PARAMETERS);
        return parameters >= 0
                ? isWithin(operation.pointer(), pointer.substring(0, parameters))
                : isWithin(pointer, operation.pointer())
                        || operation
                                .requestSchema()
                                .filter(schema -> isWithin(pointer, schema))
                                .isPresent();
    }

    private static boolean isWithin(String pointer, String outer) {
        return pointer.equals(outer) || pointer.startsWith(outer + "/");
    }
}
