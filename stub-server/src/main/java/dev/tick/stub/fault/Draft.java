package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The faults of one row as they come together. */
record Draft(Requirement row, Operation operation, List<Fault> faults) {
    Draft(Requirement row, Operation operation) {
        this(row, operation, new ArrayList<>());
    }

    /** The same row's faults on another operation. */
    Draft of(Effect effect, Contract contract) {
        return new Draft(row, contract.operation(effect).orElseThrow(), faults);
    }

    /** The property that the row's pointer leads to; empty when it leads to none. */
    String property() {
        String[] parts = row.schema().orElse("").split("/properties/", -1);
        return parts.length == 1 ? "" : parts[parts.length - 1].split("/", 2)[0];
    }

    void value(String property, Mutation mutation) {
        String word = mutation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(
                property + "-" + word,
                property + " " + mutation.manner(),
                new Trigger.Sound(),
                new Act.Value("/" + property, mutation));
    }

    void add(String word, String manner, Trigger when, Act act) {
        faults.add(new Fault(row.id() + "-" + word, row.id(), manner, operation.id(), when, act));
    }
}
