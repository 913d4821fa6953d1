package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Filling;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.Results;
import dev.tick.spec.register.Check;
import dev.tick.stub.access.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a server could do wrong about what it holds. */
final class StateFaults {
    /** Late enough to be no beginning, early enough for every run to come there. */
    private static final int MANY = 100;

    private final Contract contract;

    StateFaults(Contract contract) {
        this.contract = contract;
    }

    void add(Draft draft, Check check) {
        Trigger sound = new Trigger.Sound();
        String property = draft.property();
        switch (check.kind()) {
            case "listed" -> {
                draft.add("leaves-out", "leaves out what was submitted", sound, new Act.LeaveOut());
                draft.add(
                        "forgets",
                        "leaves out the oldest after 100 requests",
                        new Trigger.Worn(MANY),
                        new Act.LeaveOut());
            }
            case "listed-once" -> draft.add("twice", "shows an entity twice", sound, new Act.ShowTwice());
            case "listed-as-changed" ->
                draft.of(Effect.LIST, contract)
                        .add("stale", "lists what was first submitted", sound, new Act.ShowOriginals());
            case "listed-as-submitted" -> {
                for (String name : submitted()) {
                    draft.add(
                            name + "-missing",
                            name + " is left out of the list",
                            sound,
                            new Act.Value("/" + name, Mutation.DROPPED));
                }
            }
            case "hidden" ->
                draft.add("shared", "shows what others submitted", Triggers.like(check), new Act.ShowAll());
            case "shown-to-all" ->
                draft.add(
                        "own-alone",
                        "shows a role that reaches all its own alone",
                        sound,
                        new Act.Reach(Caller.Visibility.OWN));
            case "filtered" ->
                draft.add(
                        "overlooked",
                        "does not look at " + property + " in a filter",
                        sound,
                        new Act.Overlook(property));
            case "limited" -> draft.add("overlooked", "does not look at $top", sound, new Act.Overlook("$top"));
            case "skipped" -> draft.add("overlooked", "does not look at $skip", sound, new Act.Overlook("$skip"));
            case "updates" -> {
                draft.add("ignored", "a second " + property + " is ignored", sound, new Act.Ignore(property));
                draft.add("forgotten", "a second " + property + " is not kept", sound, new Act.Forget(property));
            }
            case "update-keeps" -> kept(draft, property);
            case "removed" -> {
                draft.add("spared", "removes nothing", sound, new Act.Spare());
                if (draft.operation().requestSchema().isPresent()) {
                    draft.add("last-spared", "removes all but the last", sound, new Act.SpareLast());
                }
            }
            case "guarded" ->
                draft.add(
                        "reached",
                        "removes what others created",
                        new Trigger.Absent(),
                        new Act.Reach(Caller.Visibility.TENANT));
            default -> ofMany(draft, check);
        }
    }

    private void kept(Draft draft, String property) {
        if (resource().filled().containsKey(property)) {
            draft.add(
                    "renewed",
                    "answers another " + property + " to a second submit",
                    new Trigger.Again(),
                    new Act.Value("/" + property, Mutation.OTHER));
            if (resource().filled().get(property) == Filling.NUMBER) {
                draft.add("replaced", "a second submit makes another entity", new Trigger.Sound(), new Act.Renew());
            }
        } else {
            draft.add(
                    "overwritten",
                    "a second submit changes " + property,
                    new Trigger.Sound(),
                    new Act.Overwrite(property));
        }
    }

    private void ofMany(Draft draft, Check check) {
        Trigger sound = new Trigger.Sound();
        switch (check.kind()) {
            case "imported" -> {
                draft.add("last-dropped", "does not keep the last", sound, new Act.DropLast());
                draft.value(Results.of(contract).orElseThrow().number(), Mutation.OTHER);
            }
            case "imported-again" -> draft.add("left", "leaves what is there as it is", sound, new Act.LeaveAsIs());
            case "item-refused" ->
                parts(draft.row().schema().orElseThrow())
                        .forEach((part, pointer) -> draft.add(
                                part + "-taken",
                                "takes an item that breaks the rule on " + part,
                                new Trigger.Broken(pointer),
                                new Act.Accept()));
            case "probe-item" ->
                draft.add(
                        "fails",
                        "answers 500",
                        new Trigger.Broken(draft.row().schema().orElseThrow()),
                        new Act.Status(500));
            default -> changed(draft, check);
        }
    }

    /** The rules on an item, by name, for what is required and for each kind of value. */
    private Map<String, String> parts(String item) {
        Map<String, String> parts = new LinkedHashMap<>();
        JsonNode schema = contract.at(item);
        for (int i = 0; i < schema.path("required").size(); i++) {
            parts.put(schema.path("required").path(i).asString(), item + "/required/" + i);
        }
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            parts.put("condition-" + i, item + "/allOf/" + i);
        }
        return parts;
    }

    private void changed(Draft draft, Check check) {
        Trigger sound = new Trigger.Sound();
        String property = draft.property();
        switch (check.kind()) {
            case "changes" -> {
                draft.add("ignored", "a change of " + property + " is ignored", sound, new Act.Ignore(property));
                draft.add("forgotten", "a change of " + property + " is not kept", sound, new Act.Forget(property));
            }
            case "keeps" -> {
                draft.add("resets", "a change resets what it does not name", sound, new Act.Reset());
                draft.add(
                        "misreports",
                        "a change answers another value than is kept for what it does not name",
                        sound,
                        new Act.Value("/" + submitted().get(0), Mutation.OTHER));
            }
            case "immutable" -> {
                String fixed = check.text("property").orElseThrow();
                draft.add("overwritten", fixed + " can be changed", sound, new Act.Overwrite(fixed));
            }
            // A stub can serve it all the same; the runner names the kind, and a test every row without a fault.
            default -> {}
        }
    }

    private Resource resource() {
        return contract.resource().orElseThrow();
    }

    /** What the contract's examples submit, besides the identity. */
    private List<String> submitted() {
        return resource().properties().stream()
                .filter(name -> !resource().filled().containsKey(name)
                        && !name.equals(resource().identity()))
                .filter(name -> contract.operation(Effect.CREATE).orElseThrow().requestExamples().values().stream()
                        .anyMatch(example -> example.has(name)))
                .toList();
    }
}
