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
    static ServedContract of(Specification edition, ServiceParts parts) {
        ContractParts contract = ContractParts.of(edition, parts);
        return new ServedContract(edition, contract.mapping(), new RequestPipeline(parts, contract));
    }
}
