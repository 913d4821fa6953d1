package dev.tick.conformance.exploration;

import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Generates sequences of steps: always the step next that covers most of what is not covered yet. Nothing depends on responses. */
final class Generator {
    /** Steps of a sequence. */
    static final int LENGTH = 13;

    /** Changes that no list has shown yet make a list worth so much each. */
    private static final double DIRT = 1.5;

    /** A query looks at several entities at once. */
    private static final double QUERY = 2;

    /** A write of others shows less than a list of theirs. */
    private static final double OTHERS = 1;

    /** A step that is like others of its sequence is worth so much less for each of them. */
    private static final double SAMENESS = 1.2;

    private final Set<Effect> effects;
    private final Coverage coverage = new Coverage();
    private final Proposals proposals;
    private final Random random;
    private int sequences;

    /**
     * Creates a generator.
     *
     * @param effects those of the operations to explore
     */
    Generator(Vocabulary vocabulary, Principals callers, Set<Effect> effects, long seed) {
        this.effects = effects;
        random = new Random(seed);
        proposals = new Proposals(vocabulary, callers, effects, coverage, random);
    }

    /** Returns the next sequence; every second one is the sound caller's alone, and begins with what it submits. */
    List<PlannedStep> sequence() {
        sequences++;
        boolean alone = sequences % 2 == 1;
        Slots slots = new Slots();
        List<PlannedStep> steps = new ArrayList<>();
        Map<String, Integer> sorts = new HashMap<>();
        int dirt = 0;
        while (steps.size() < LENGTH - 1) {
            Optional<PlannedStep> before = last(steps);
            List<PlannedStep> candidates = proposals.all(slots).stream()
                    .filter(one -> one.caller() == TokenKind.SOUND || !(alone || steps.isEmpty()))
                    .toList();
            PlannedStep best = best(candidates, before, slots, dirt, sorts);
            add(steps, best, slots);
            sorts.merge(sort(best), 1, Integer::sum);
            dirt = isWriting(best) ? dirt + 1 : isWholeList(best) ? 0 : dirt;
        }
        if (effects.contains(Effect.LIST)) {
            add(steps, proposals.list(), slots);
        }
        return steps;
    }

    private void add(List<PlannedStep> steps, PlannedStep step, Slots slots) {
        coverage.cover(last(steps), step, slots.state(step));
        slots.apply(step);
        steps.add(step);
    }

    private static Optional<PlannedStep> last(List<PlannedStep> steps) {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** Returns of which sort a step is: a list of everything is another than a query, and other callers than the sound one. */
    private static String sort(PlannedStep step) {
        return (isWholeList(step) ? "whole " : "")
                + step.effect()
                + (step.caller() == TokenKind.SOUND ? "" : " of others");
    }

    private PlannedStep best(
            List<PlannedStep> candidates,
            Optional<PlannedStep> before,
            Slots slots,
            int dirt,
            Map<String, Integer> sorts) {
        PlannedStep best = candidates.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (PlannedStep one : candidates) {
            double worth = coverage.worth(before, one, slots.state(one)) + random.nextDouble() / 4;
            if (isWholeList(one)) {
                worth += DIRT * (dirt - 1);
            } else if (one.effect() == Effect.LIST) {
                worth += QUERY;
            }
            if (one.caller() != TokenKind.SOUND && isWriting(one)) {
                worth -= OTHERS;
            }
            worth -= SAMENESS * sorts.getOrDefault(sort(one), 0);
            if (worth > most) {
                most = worth;
                best = one;
            }
        }
        return best;
    }

    private static boolean isWholeList(PlannedStep step) {
        return step.caller() == TokenKind.SOUND
                && step.wish()
                        .filter(wish -> wish.term().isEmpty()
                                && wish.top().isEmpty()
                                && wish.skip().isEmpty())
                        .isPresent();
    }

    private static boolean isWriting(PlannedStep step) {
        return step.effect() != Effect.LIST && step.effect() != Effect.READ;
    }
}
