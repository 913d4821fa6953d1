package dev.tick.stub.fault;

import dev.tick.spec.check.RemovalCheck;
import dev.tick.stub.access.Caller;

/** Derives what a server could do wrong about removals. */
final class RemovalFaults implements RemovalCheck.RemovalKinds<FaultBuilder> {
    private final FaultBuilder faults;

    RemovalFaults(FaultBuilder faults) {
        this.faults = faults;
    }

    @Override
    public FaultBuilder removed(RemovalCheck.Removed check) {
        faults.add("spared", "removes nothing", new FaultAction.KeepAll())
                .add(
                        "wears-out",
                        "removes nothing after 100 requests",
                        new Trigger.AfterRequests(FaultDerivation.MANY),
                        new FaultAction.KeepAll());
        return faults.operation().requestSchema().isPresent()
                ? faults.add("last-spared", "removes all but the last", new FaultAction.KeepLast())
                : faults;
    }

    @Override
    public FaultBuilder notRemovedByOthers(RemovalCheck.NotRemovedByOthers check) {
        return faults.add(
                "reached",
                "removes what others created",
                new Trigger.Absent(),
                new FaultAction.ChangeVisibility(Caller.Visibility.TENANT));
    }
}
