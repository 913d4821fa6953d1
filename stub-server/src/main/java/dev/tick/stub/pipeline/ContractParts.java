package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.ListBodies;
import dev.tick.stub.operation.Operations;

/** Parts of a pipeline that belong to one contract. */
record ContractParts(
        EntityMapping mapping, Validator validator, Refusals refusals, Operations operations, Responder responder) {
    static ContractParts of(Specification specification, ServiceParts parts) {
        Contract contract = specification.contract();
        EntityMapping mapping = new EntityMapping(contract);
        Refusals refusals = new Refusals(contract, specification.register(), parts.style());
        return new ContractParts(
                mapping,
                new Validator(contract, specification.register(), parts.clock()),
                refusals,
                new Operations(contract, mapping, parts.state().entities(), parts.pageSize()),
                new Responder(refusals, new ListBodies(contract)));
    }
}
