package dev.tick.conformance.exploration;

import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request of a sequence, before any value is drawn.
 *
 * @param effect of its operation
 * @param caller who sends it
 * @param drafts the bodies of a submit, of each of many, or of a change
 * @param slots the entities that a read or removal names
 * @param wish what a list is asked for
 */
record PlannedStep(Effect effect, TokenKind caller, List<Draft> drafts, List<Integer> slots, Optional<Wish> wish) {
    /** Copies the lists. */
    PlannedStep {
        drafts = List.copyOf(drafts);
        slots = List.copyOf(slots);
    }

    static PlannedStep submit(Effect effect, TokenKind caller, List<Draft> drafts) {
        return new PlannedStep(effect, caller, drafts, List.of(), Optional.empty());
    }

    static PlannedStep about(Effect effect, TokenKind caller, List<Integer> slots) {
        return new PlannedStep(effect, caller, List.of(), slots, Optional.empty());
    }

    static PlannedStep list(TokenKind caller, Wish wish) {
        return new PlannedStep(Effect.LIST, caller, List.of(), List.of(), Optional.of(wish));
    }

    PlannedStep with(List<Draft> others) {
        return new PlannedStep(effect, caller, others, slots, wish);
    }

    /** Returns the entities that it names. */
    Set<Integer> named() {
        return Stream.of(
                        drafts.stream().map(Draft::slot),
                        slots.stream(),
                        wish.flatMap(Wish::term).stream()
                                .flatMap(Term::comparisons)
                                .map(Term.Compared::slot))
                .flatMap(all -> all)
                .collect(Collectors.toSet());
    }

    /** Returns the step about these entities alone; a list, and what would name none of them, stays whole. */
    PlannedStep about(Set<Integer> some) {
        List<Draft> fewer =
                drafts.stream().filter(draft -> some.contains(draft.slot())).toList();
        List<Integer> left = slots.stream().filter(some::contains).toList();
        return new PlannedStep(effect, caller, fewer.isEmpty() ? drafts : fewer, left.isEmpty() ? slots : left, wish);
    }
}
