package dev.tick.stub.fault;

import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.RequestChange;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the faults of one row; safe for use by one thread. */
final class FaultBuilder {
    private final Requirement row;
    private final Operation operation;
    private final List<Fault> faults;

    private FaultBuilder(Requirement row, Operation operation, List<Fault> faults) {
        this.row = row;
        this.operation = operation;
        this.faults = faults;
    }

    FaultBuilder(Requirement row, Operation operation) {
        this(row, operation, new ArrayList<>());
    }

    /** Returns a builder of the same row's faults on another operation. */
    FaultBuilder on(Operation other) {
        return new FaultBuilder(row, other, faults);
    }

    Requirement row() {
        return row;
    }

    Operation operation() {
        return operation;
    }

    /** Returns the property that the row's pointer leads to; empty when it leads to none. */
    String property() {
        return row.schema().flatMap(Pointers::property).orElse("");
    }

    /** Returns the requests that carry a change; every sound one where it changes nothing. */
    static Trigger carrying(RequestChange change) {
        return change.equals(Alteration.NONE) ? new Trigger.Sound() : new Trigger.Altered(change);
    }

    /** Adds a fault that mutates a property of every sound answer. */
    FaultBuilder mutate(String property, Mutation mutation) {
        return add(
                property + "-" + FieldType.spelled(mutation),
                property + " " + mutation.description(),
                new Trigger.Sound(),
                new FaultAction.Value("/" + property, mutation));
    }

    /** Adds a fault for each mutation, in the order of the enum. */
    FaultBuilder mutate(String property, Collection<Mutation> mutations) {
        mutations.stream().sorted().forEach(mutation -> mutate(property, mutation));
        return this;
    }

    /** Adds a fault on sound requests. */
    FaultBuilder add(String word, String description, FaultAction action) {
        return add(word, description, new Trigger.Sound(), action);
    }

    /**
     * Adds a fault.
     *
     * @param word the last part of its name, unique for the row
     * @param description what is wrong, for people
     */
    FaultBuilder add(String word, String description, Trigger trigger, FaultAction action) {
        faults.add(new Fault(row.id() + "-" + word, row.id(), description, operation.id(), trigger, action));
        return this;
    }

    /** Returns the faults in the order in which they were added. */
    List<Fault> build() {
        return List.copyOf(faults);
    }
}
