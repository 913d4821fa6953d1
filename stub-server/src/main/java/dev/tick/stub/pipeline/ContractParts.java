package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.stub.answer.UnusualAnswers;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.ListBodies;
import dev.tick.stub.quota.ThrottleStyle;
import java.time.Clock;

/** Parts of a pipeline that belong to one contract, and that all tenants share: none of them remembers a request. */
record ContractParts(
        Specification specification,
        EntityMapping mapping,
        Validator validator,
        Refusals refusals,
        Responder responder,
        UnusualAnswers unusual) {
    static ContractParts of(Specification specification, Clock clock, ThrottleStyle style) {
        Contract contract = specification.contract();
        Refusals refusals = new Refusals(contract, specification.register(), style);
        ListBodies lists = new ListBodies(contract);
        return new ContractParts(
                specification,
                new EntityMapping(contract),
                new Validator(contract, specification.register(), clock),
                refusals,
                new Responder(refusals, lists),
                new UnusualAnswers(contract, lists));
    }
}
