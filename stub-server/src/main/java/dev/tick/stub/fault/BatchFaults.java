package dev.tick.stub.fault;

import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.check.BrokenConstraint;
import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Derives what a server could do wrong about what is submitted together. */
final class BatchFaults implements BatchCheck.BatchKinds<FaultBuilder> {
    private final Contract contract;
    private final FaultBuilder faults;

    BatchFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder itemsImported(BatchCheck.ItemsImported check) {
        faults.add("last-dropped", "does not keep the last", new FaultAction.DropLast())
                .add(
                        "wears-out",
                        "keeps nothing after 100 requests",
                        new Trigger.AfterRequests(FaultDerivation.MANY),
                        new SequenceAction.TakeFirst(0))
                .mutate(BatchResultSchema.of(contract).orElseThrow().number(), Mutation.OTHER);
        return new VarietyFaults(contract, faults).spoiling(SubmittedProperties.of(contract));
    }

    @Override
    public FaultBuilder itemsTaken(BatchCheck.ItemsTaken check) {
        return new VarietyFaults(contract, faults).items();
    }

    @Override
    public FaultBuilder itemsImportedAgain(BatchCheck.ItemsImportedAgain check) {
        return faults.add("left", "leaves what is there as it is", new FaultAction.SkipUpdate())
                .add("last-left", "leaves the last that is there as it is", new SequenceAction.SkipLastItem());
    }

    @Override
    public FaultBuilder itemRefused(BatchCheck.ItemRefused check) {
        parts(check.pointer())
                .forEach((part, pointer) -> faults.add(
                        part + "-taken",
                        "takes an item that breaks the rule on " + part,
                        new Trigger.Altered(new BrokenConstraint(pointer)),
                        new FaultAction.Accept()));
        return faults;
    }

    /** Returns the rules on an item, by name, for what is required and for each kind of value. */
    private Map<String, String> parts(String item) {
        Map<String, String> parts = new LinkedHashMap<>();
        JsonNode schema = contract.at(item);
        for (int i = 0; i < schema.path("required").size(); i++) {
            parts.put(schema.path("required").path(i).asString(), item + "/required/" + i);
        }
        List<String> rules = contract.rules(item);
        for (int i = 0; i < rules.size(); i++) {
            parts.put("condition-" + i, rules.get(i));
        }
        return parts;
    }

    @Override
    public FaultBuilder itemProbed(BatchCheck.ItemProbed check) {
        return faults.add(
                "fails",
                "answers 500",
                new Trigger.Altered(new BrokenConstraint(check.pointer())),
                new FaultAction.Status(500));
    }
}
