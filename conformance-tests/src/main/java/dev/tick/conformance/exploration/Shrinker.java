package dev.tick.conformance.exploration;

import dev.tick.conformance.sample.SampleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Shrinks a sequence to the shortest that still shows the fault: it is played again, with entities of its own, without some of its
 * steps or unusual values (delta debugging, Zeller and Hildebrandt 2002, as far as the requests last).
 */
final class Shrinker {
    private final Replay replay;
    private final BooleanSupplier more;

    /** Plays steps once more, and tells whether the fault of this row shows again. */
    interface Replay {
        Optional<Counterexample> of(List<PlannedStep> steps, Counterexample fault);
    }

    /**
     * Creates a shrinker.
     *
     * @param more whether another request may be sent
     */
    Shrinker(Replay replay, BooleanSupplier more) {
        this.replay = replay;
        this.more = more;
    }

    /** Returns the shortest sequence that was found to show a fault; empty where it did not show again at all. */
    Optional<Counterexample> shrink(Counterexample fault) {
        Optional<Counterexample> slice = replay.of(slice(fault), fault);
        Optional<Counterexample> again = slice.isPresent() ? slice : replay.of(fault.steps(), fault);
        return again.map(this::withoutSteps).map(this::withoutKinds);
    }

    /** Returns the steps about the entities that differ, and about nothing else. */
    private static List<PlannedStep> slice(Counterexample fault) {
        Set<Integer> slots = fault.discrepancy().identities().stream()
                .map(identity -> fault.last().slots().get(identity))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<PlannedStep> steps = fault.steps();
        List<PlannedStep> slice = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            PlannedStep step = steps.get(i);
            boolean named = step.named().stream().anyMatch(slots::contains);
            boolean looks = step.drafts().isEmpty() && step.slots().isEmpty();
            if (slots.isEmpty() || last || (named && !looks)) {
                slice.add(slots.isEmpty() ? step : step.about(slots));
            }
        }
        return slice;
    }

    private Counterexample withoutSteps(Counterexample fault) {
        Counterexample shortest = fault;
        int i = 0;
        while (i < shortest.steps().size() - 1 && more.getAsBoolean()) {
            List<PlannedStep> fewer = new ArrayList<>(shortest.steps());
            fewer.remove(i);
            Optional<Counterexample> again = replay.of(fewer, shortest);
            if (again.isPresent()) {
                shortest = again.get();
            } else {
                i++;
            }
        }
        return shortest;
    }

    /** Makes plain what need not be unusual: all of a body at once, or else one property after the other. */
    private Counterexample withoutKinds(Counterexample fault) {
        Counterexample plainest = fault;
        for (int i = 0; i < fault.steps().size() && more.getAsBoolean(); i++) {
            plainest = plainer(plainest, i);
        }
        return plainest;
    }

    private Counterexample plainer(Counterexample fault, int at) {
        PlannedStep step = fault.steps().get(at);
        if (step.drafts().stream().allMatch(draft -> draft.kinds().isEmpty())) {
            return fault;
        }
        Optional<Counterexample> plain = with(
                fault, at, step.with(step.drafts().stream().map(Draft::plain).toList()));
        if (plain.isPresent()) {
            return plain.get();
        }
        Counterexample plainest = fault;
        for (String property : properties(step)) {
            if (more.getAsBoolean() && plainest.steps().size() > at) {
                PlannedStep left = plainest.steps().get(at);
                plainest = with(
                                plainest,
                                at,
                                left.with(left.drafts().stream()
                                        .map(draft -> draft.without(property))
                                        .toList()))
                        .orElse(plainest);
            }
        }
        return plainest;
    }

    private static List<String> properties(PlannedStep step) {
        return step.drafts().stream()
                .flatMap(draft -> draft.kinds().entrySet().stream())
                .filter(kind -> !kind.getValue().equals(SampleKind.PLAIN.words()))
                .map(kind -> kind.getKey())
                .distinct()
                .toList();
    }

    private Optional<Counterexample> with(Counterexample fault, int at, PlannedStep step) {
        List<PlannedStep> steps = new ArrayList<>(fault.steps());
        steps.set(at, step);
        return replay.of(steps, fault).filter(again -> again.steps().size() == steps.size());
    }
}
