package dev.tick.stub.pipeline;

import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.register.Specification;
import dev.tick.stub.entity.EntityMapping;
import java.util.List;

/**
 * A contract that a stub serves.
 *
 * @param specification the contract and its register
 * @param mapping how it shows entities
 * @param pipeline answers the requests to its operations
 * @param seen the requests beside its operations that are answered, too
 */
public record ServedContract(
        Specification specification, EntityMapping mapping, RequestPipeline pipeline, List<SeenRequest> seen) {
    /** Copies the list. */
    public ServedContract {
        seen = List.copyOf(seen);
    }

    static ServedContract of(ContractParts contract, ServiceParts parts) {
        return new ServedContract(
                contract.specification(),
                contract.mapping(),
                new RequestPipeline(contract.specification().register(), parts, contract),
                served(contract.specification(), parts));
    }

    /** Returns what is answered beside the operations: nothing where all that is not in the contract is refused. */
    private static List<SeenRequest> served(Specification specification, ServiceParts parts) {
        return parts.policy() == RefusalPolicy.EVERYTHING
                ? List.of()
                : specification.contract().seen().stream()
                        .filter(seen -> !parts.without().contains(seen.name()))
                        .toList();
    }
}
