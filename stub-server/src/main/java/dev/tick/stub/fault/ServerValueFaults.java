package dev.tick.stub.fault;

import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.ServerValue;
import java.util.EnumSet;
import java.util.Set;

/** Derives what a server could do wrong about the values that it sets. */
final class ServerValueFaults implements ServerValueCheck.ServerValueKinds<FaultBuilder> {
    private final Contract contract;
    private final FaultBuilder faults;

    ServerValueFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder serverValueSet(ServerValueCheck.ServerValueSet check) {
        String property = check.property();
        ServerValue filling = contract.resource().orElseThrow().serverValues().get(property);
        if (filling != ServerValue.TIME && filling != ServerValue.UPDATE_TIME) {
            faults.mutate(property, Mutation.CANNED);
            if (filling == ServerValue.NUMBER) {
                late(
                        property + "-wears-out",
                        property + " is the same",
                        new FaultAction.Value("/" + property, Mutation.CANNED));
            }
            // Null is not what a recording without the property shows.
            return faults.row().recorded().isPresent() ? faults.mutate(property, Mutation.NULLED) : faults;
        }
        if (filling == ServerValue.TIME) {
            late(property + "-wears-out", property + " stands still", new FaultAction.FreezeTime("/" + property));
        }
        return faults.mutate(property, Set.of(Mutation.CANNED, Mutation.SHIFTED))
                .add(
                        property + "-stands-still",
                        property + " is when the server started",
                        new FaultAction.FreezeTime("/" + property));
    }

    private void late(String word, String description, FaultAction action) {
        faults.add(word, description + " after 100 requests", new Trigger.AfterRequests(FaultDerivation.MANY), action);
    }

    @Override
    public FaultBuilder serverValuePerCaller(ServerValueCheck.ServerValuePerCaller check) {
        return faults.mutate(check.property(), Mutation.CANNED);
    }

    @Override
    public FaultBuilder serverValueNotFromClient(ServerValueCheck.ServerValueNotFromClient check) {
        return faults.add(
                "named",
                "takes it from the client",
                FaultBuilder.carrying(check.alteration()),
                new FaultAction.Echo("/" + check.property()));
    }

    @Override
    public FaultBuilder serverValueStable(ServerValueCheck.ServerValueStable check) {
        return faults.mutate(check.property(), EnumSet.of(Mutation.CANNED, Mutation.DROPPED));
    }
}
