package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;

/** Derives what a server could do wrong about what was removed. */
final class AfterRemovalFaults {
    private final Contract contract;
    private final FaultBuilder faults;

    AfterRemovalFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    /** Adds the faults that the operation after the removal shows. */
    FaultBuilder before(Operation then) {
        faults.add("spared", "removes nothing", new FaultAction.KeepAll());
        return switch (then.effect().orElseThrow()) {
            case LIST -> listed();
            case READ, CHANGE -> found(then);
            case CREATE -> {
                FaultBuilder submits = faults.on(then)
                        .add(
                                "revives",
                                "what was removed comes back with what the new submit leaves out",
                                new FaultAction.Revive());
                yield bound(submits);
            }
            case CREATE_MANY, REMOVE, REMOVE_MANY -> faults;
        };
    }

    private FaultBuilder bound(FaultBuilder submits) {
        contract.resource().orElseThrow().resubmitRules().keySet().stream()
                .reduce((one, last) -> last)
                .ifPresent(property -> submits.add(
                        property + "-bound",
                        "what was removed cannot come back with another " + property,
                        new SequenceAction.RefuseOther(property)));
        return submits;
    }

    private FaultBuilder listed() {
        faults.add("another", "removes the oldest other entity as well", new FaultAction.RemoveAnother());
        faults.add(
                "escaped",
                "does not find what is escaped in the path",
                new Trigger.Escaped(),
                new FaultAction.Status(404));
        return faults.operation().aliases().isEmpty()
                ? faults
                : faults.add(
                        "alias-spared",
                        "removes nothing under an alias",
                        new Trigger.Aliased(),
                        new FaultAction.KeepAll());
    }

    /** A sound server finds nothing; this one invents an entity like the first that the contract's examples submit. */
    private FaultBuilder found(Operation then) {
        FaultAction invent = new FaultAction.Invent(contract.operation(Effect.CREATE)
                .orElseThrow()
                .requestExamples()
                .values()
                .iterator()
                .next());
        faults.on(then).add("invents", "finds an entity that is not there", new Trigger.Absent(), invent);
        faults.on(then).add("fails", "answers 500", new Trigger.Absent(), new FaultAction.Status(500));
        return faults;
    }
}
