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
            return faults.mutate(property, Mutation.CANNED);
        }
        return faults.mutate(property, Set.of(Mutation.CANNED, Mutation.SHIFTED))
                .add(
                        property + "-stands-still",
                        property + " is when the server started",
                        new FaultAction.FreezeTime("/" + property));
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
