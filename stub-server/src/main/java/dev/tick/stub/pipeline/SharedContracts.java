package dev.tick.stub.pipeline;

import dev.tick.spec.register.Specification;
import dev.tick.stub.quota.ThrottleStyle;
import java.time.Clock;
import java.util.List;

/** The contracts of a stub, read and compiled once for all of its tenants, so that one more costs little time and memory. */
public final class SharedContracts {
    private final List<ContractParts> contracts;

    /**
     * Reads them.
     *
     * @param specifications at least one
     * @param clock tells when times lie in the past
     * @param style how a call beyond a quota is refused
     */
    public SharedContracts(List<Specification> specifications, Clock clock, ThrottleStyle style) {
        contracts = specifications.stream()
                .map(specification -> ContractParts.of(specification, clock, style))
                .toList();
    }

    /** Serves them to a tenant with these parts. */
    public Tenant tenant(ServiceParts parts) {
        return new Tenant(
                contracts.stream()
                        .map(contract -> ServedContract.of(contract, parts))
                        .toList(),
                new OtherRequests(
                        contracts.stream().map(ContractParts::specification).toList(),
                        contracts.get(0).refusals(),
                        parts),
                parts.state());
    }
}
