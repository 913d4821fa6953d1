package dev.tick.stub.pipeline;

import dev.tick.spec.register.Specification;
import dev.tick.stub.entity.EntityMapping;

/**
 * A contract that a stub serves.
 *
 * @param specification the contract and its register
 * @param mapping how it shows entities
 * @param pipeline answers the requests to its operations
 */
public record ServedContract(Specification specification, EntityMapping mapping, RequestPipeline pipeline) {
    static ServedContract of(Specification specification, ServiceParts parts) {
        ContractParts contract = ContractParts.of(specification, parts);
        return new ServedContract(specification, contract.mapping(), new RequestPipeline(parts, contract));
    }
}
