package dev.tick.conformance.exploration;

import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entities of a sequence, as far as the steps tell. Not thread-safe. */
final class Slots {
    private final Map<Integer, Slot> known = new TreeMap<>();
    private int next;

    /** The presence of an entity, if the target takes everything. */
    enum State {
        THERE,
        GONE,
        OPEN
    }

    /**
     * An entity.
     *
     * @param number of the entity in its sequence
     * @param owner who submitted it first
     * @param example what its bodies are like
     * @param state whether it is there
     * @param origin the effect of the operation that wrote it last
     */
    record Slot(int number, TokenKind owner, String example, State state, Effect origin) {}

    /** Returns the number of an entity that nothing was said of. */
    int fresh() {
        next++;
        return next;
    }

    List<Slot> all() {
        return List.copyOf(known.values());
    }

    /** Returns the state of what a step is about, in words. */
    String state(PlannedStep step) {
        if (step.effect() == Effect.LIST) {
            return known.values().stream().anyMatch(slot -> slot.state() == State.THERE) ? "some" : "none";
        }
        return Stream.concat(step.drafts().stream().map(Draft::slot), step.slots().stream())
                .map(slot -> Optional.ofNullable(known.get(slot))
                        .map(one -> words(step, one))
                        .orElse("new"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    private static String words(PlannedStep step, Slot slot) {
        String whose = slot.owner() == step.caller() ? "own" : "of " + slot.owner();
        return whose + " " + slot.state() + " " + slot.origin();
    }

    /** Records a step. */
    void apply(PlannedStep step) {
        switch (step.effect()) {
            case CREATE, CREATE_MANY -> step.drafts().forEach(draft -> written(step, draft));
            case CHANGE ->
                step.drafts().stream()
                        .flatMap(draft -> Optional.ofNullable(known.get(draft.slot())).stream())
                        .toList()
                        .forEach(slot -> put(slot, State.THERE, step.effect()));
            case REMOVE, REMOVE_MANY -> removed(step);
            case LIST, READ -> {
                // Nothing changes.
            }
        }
    }

    private void written(PlannedStep step, Draft draft) {
        Slot before = known.get(draft.slot());
        if (before == null) {
            known.put(draft.slot(), new Slot(draft.slot(), step.caller(), draft.example(), State.THERE, step.effect()));
        } else {
            put(before, before.owner() == step.caller() ? State.THERE : State.OPEN, step.effect());
        }
    }

    private void removed(PlannedStep step) {
        List<Slot> named = step.slots().stream()
                .flatMap(slot -> Optional.ofNullable(known.get(slot)).stream())
                .toList();
        boolean absent = named.stream().anyMatch(slot -> slot.state() != State.THERE);
        boolean reached = step.caller() != TokenKind.OTHER_APPLICATION;
        for (Slot slot : named) {
            if (reached && slot.state() == State.THERE) {
                put(slot, absent ? State.OPEN : State.GONE, step.effect());
            }
        }
    }

    private void put(Slot slot, State state, Effect origin) {
        known.put(slot.number(), new Slot(slot.number(), slot.owner(), slot.example(), state, origin));
    }
}
