package dev.tick.stub.pipeline;

import dev.tick.spec.register.Requirement;
import dev.tick.stub.state.StubState;
import java.util.List;

/**
 * A tenant of the service: contracts over one state.
 *
 * @param served at least one
 * @param otherRequests answers what is no operation of any of them
 * @param state everything that is remembered of it
 */
public record Tenant(List<ServedContract> served, OtherRequests otherRequests, StubState state) {
    /** Copies the list. */
    public Tenant {
        served = List.copyOf(served);
    }

    /** Returns the contract that is meant where one is asked for without a name. */
    public ServedContract defaultContract() {
        return served.get(0);
    }

    /** Returns the rows of all registers. */
    public List<Requirement> requirements() {
        return served.stream()
                .flatMap(one -> one.specification().register().requirements().stream())
                .toList();
    }
}
