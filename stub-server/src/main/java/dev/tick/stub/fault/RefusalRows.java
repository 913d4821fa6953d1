package dev.tick.stub.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a register that say what becomes of a request with something wrong: those that a fault breaks when it meets it. */
public final class RefusalRows {
    private final Map<String, List<Fault>> faults = new HashMap<>();

    /** Indexes the faults that concern refused requests. */
    public RefusalRows(FaultCatalogue catalogue) {
        for (Fault fault : catalogue.faults()) {
            if (isOfRefusals(fault.when())) {
                faults.computeIfAbsent(fault.operation(), operation -> new ArrayList<>())
                        .add(fault);
            }
        }
    }

    /** The ids, in the order of the register. */
    public List<String> of(Situation situation) {
        return faults.getOrDefault(situation.operation().id(), List.of()).stream()
                .filter(fault -> fault.meets(situation))
                .map(Fault::requirement)
                .distinct()
                .toList();
    }

    private static boolean isOfRefusals(Trigger trigger) {
        return trigger instanceof Trigger.Token
                || trigger instanceof Trigger.Broken
                || trigger instanceof Trigger.Body
                || trigger instanceof Trigger.MediaType
                || trigger instanceof Trigger.Absent
                || trigger instanceof Trigger.Elsewhere;
    }
}
