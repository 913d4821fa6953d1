package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Resource;
import java.util.List;

/** The properties that the contract's examples submit. */
final class SubmittedProperties {
    private SubmittedProperties() {}

    /** Returns their names without the identity, in the order of the entity. */
    static List<String> of(Contract contract) {
        Resource resource = contract.resource().orElseThrow();
        return resource.properties().stream()
                .filter(name -> !resource.serverValues().containsKey(name) && !name.equals(resource.identity()))
                .filter(name -> contract.operation(Effect.CREATE).orElseThrow().requestExamples().values().stream()
                        .anyMatch(example -> example.has(name)))
                .toList();
    }
}
