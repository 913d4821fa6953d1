package dev.tick.stub.fault;

import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.stub.access.Caller;

/** Derives what a server could do wrong about its list. */
final class ListFaults implements ListCheck.ListKinds<FaultBuilder> {
    private final Contract contract;
    private final FaultBuilder faults;

    ListFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder listed(ListCheck.Listed check) {
        String identity = contract.resource().orElseThrow().identity();
        return faults.mutate(identity, new VarietyFaults(contract, faults).of(identity))
                .add("leaves-out", "leaves out what was submitted", new FaultAction.LeaveOut())
                .add(
                        "forgets",
                        "leaves out the oldest after 100 requests",
                        new Trigger.AfterRequests(FaultDerivation.MANY),
                        new FaultAction.LeaveOut());
    }

    @Override
    public FaultBuilder listedAsSubmitted(ListCheck.ListedAsSubmitted check) {
        for (String name : SubmittedProperties.of(contract)) {
            faults.add(
                    name + "-missing",
                    name + " is left out of the list",
                    new FaultAction.Value("/" + name, Mutation.DROPPED));
            faults.mutate(name, new VarietyFaults(contract, faults).of(name));
        }
        return faults;
    }

    @Override
    public FaultBuilder listedAsChanged(ListCheck.ListedAsChanged check) {
        faults.on(contract.operation(Effect.LIST).orElseThrow())
                .add("stale", "lists what was first submitted", new FaultAction.ShowOriginals());
        return faults;
    }

    @Override
    public FaultBuilder listedOnce(ListCheck.ListedOnce check) {
        return faults.add("twice", "shows an entity twice", new FaultAction.ShowTwice());
    }

    @Override
    public FaultBuilder notListedForOthers(ListCheck.NotListedForOthers check) {
        return faults.add(
                "shared",
                "shows what others submitted",
                FaultBuilder.carrying(check.alteration()),
                new FaultAction.ShowAll());
    }

    @Override
    public FaultBuilder listedForTenantWideRole(ListCheck.ListedForTenantWideRole check) {
        return faults.add(
                "own-alone",
                "shows a role that reaches all its own alone",
                new FaultAction.ChangeVisibility(Caller.Visibility.OWN));
    }

    @Override
    public FaultBuilder filtered(ListCheck.Filtered check) {
        String property = check.property();
        return faults.add(
                "overlooked",
                "does not look at " + property + " in a filter",
                new FaultAction.IgnoreQueryOption(property));
    }

    @Override
    public FaultBuilder limited(ListCheck.Limited check) {
        return faults.add("overlooked", "does not look at $top", new FaultAction.IgnoreQueryOption("$top"));
    }

    @Override
    public FaultBuilder skipped(ListCheck.Skipped check) {
        return faults.add("overlooked", "does not look at $skip", new FaultAction.IgnoreQueryOption("$skip"));
    }
}
