package dev.tick.spec.client;

import java.util.List;
import java.util.Optional;

/**
 * Work that a scenario asks for, by request examples of the contract.
 *
 * @param verb what to do
 * @param examples their names: of the bodies to send, or of the submits that it is about; empty for all of them
 * @param change the example of the change to make; empty for work that is no change
 */
public record WorkOrder(WorkVerb verb, List<String> examples, Optional<String> change) {
    /** Copies the names. */
    public WorkOrder {
        examples = List.copyOf(examples);
    }
}
