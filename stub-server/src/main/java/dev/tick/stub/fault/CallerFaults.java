package dev.tick.stub.fault;

import dev.tick.spec.check.CallerCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.stub.access.Caller;

/** Derives what a server could do wrong about what belongs to another application. */
final class CallerFaults implements CallerCheck.CallerKinds<FaultBuilder> {
    private final FaultBuilder faults;

    CallerFaults(FaultBuilder faults) {
        this.faults = faults;
    }

    @Override
    public FaultBuilder notUpdatedByOthers(CallerCheck.NotUpdatedByOthers check) {
        return faults.add(
                "reached",
                "updates what others created",
                new Trigger.Absent(),
                new FaultAction.ChangeVisibility(Caller.Visibility.TENANT));
    }

    @Override
    public FaultBuilder reachesOthers(CallerCheck.ReachesOthers check) {
        faults.add(
                "own-alone",
                "lets a role that reaches all act on its own alone",
                new Trigger.TenantWide(),
                new FaultAction.ChangeVisibility(Caller.Visibility.OWN));
        return removes()
                ? faults.add(
                        "spared",
                        "says that a role that reaches all removed what it did not",
                        new Trigger.TenantWide(),
                        new FaultAction.KeepAll())
                : faults;
    }

    private boolean removes() {
        Effect effect = faults.operation().effect().orElseThrow();
        return effect == Effect.REMOVE || effect == Effect.REMOVE_MANY;
    }
}
