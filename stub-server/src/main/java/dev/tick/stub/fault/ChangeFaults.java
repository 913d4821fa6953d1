package dev.tick.stub.fault;

import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.FieldType;

/** Derives what a server could do wrong about changes and second submits. */
final class ChangeFaults implements ChangeCheck.ChangeKinds<FaultBuilder> {
    private final Contract contract;
    private final FaultBuilder faults;

    ChangeFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder propertyChanges(ChangeCheck.PropertyChanges check) {
        String property = check.property();
        return faults.add("ignored", "a change of " + property + " is ignored", new FaultAction.Ignore(property))
                .add(
                        "forgotten",
                        "a change of " + property + " is not kept",
                        new FaultAction.AnswerWithoutStoring(property))
                .mutate(property, new VarietyFaults(contract, faults).ofChange(property));
    }

    @Override
    public FaultBuilder changeKeepsOthers(ChangeCheck.ChangeKeepsOthers check) {
        String first = SubmittedProperties.of(contract).get(0);
        return faults.add("resets", "a change resets what it does not name", new FaultAction.Reset())
                .add(
                        "misreports",
                        "a change answers another value than is kept for what it does not name",
                        new FaultAction.Value("/" + first, Mutation.OTHER));
    }

    @Override
    public FaultBuilder propertyImmutable(ChangeCheck.PropertyImmutable check) {
        String fixed = check.property();
        return faults.add("overwritten", fixed + " can be changed", new FaultAction.Overwrite(fixed));
    }

    @Override
    public FaultBuilder resubmitUpdates(ChangeCheck.ResubmitUpdates check) {
        String property = check.property();
        faults.add("ignored", "a second " + property + " is ignored", new FaultAction.Ignore(property))
                .add(
                        "forgotten",
                        "a second " + property + " is not kept",
                        new FaultAction.AnswerWithoutStoring(property));
        for (Mutation mutation : new VarietyFaults(contract, faults).ofChange(property)) {
            faults.add(
                    "second-" + FieldType.spelled(mutation),
                    "a second " + property + " " + mutation.description(),
                    new Trigger.Resubmit(),
                    new FaultAction.Value("/" + property, mutation));
        }
        return faults;
    }

    @Override
    public FaultBuilder resubmitKeeps(ChangeCheck.ResubmitKeeps check) {
        String property = check.property();
        Resource resource = contract.resource().orElseThrow();
        if (!resource.serverValues().containsKey(property)) {
            return faults.add(
                    "overwritten", "a second submit changes " + property, new FaultAction.Overwrite(property));
        }
        faults.add(
                "renewed",
                "answers another " + property + " to a second submit",
                new Trigger.Resubmit(),
                new FaultAction.Value("/" + property, Mutation.OTHER));
        return resource.serverValues().get(property) == ServerValue.NUMBER
                ? faults.add("replaced", "a second submit makes another entity", new FaultAction.Recreate())
                : faults;
    }
}
