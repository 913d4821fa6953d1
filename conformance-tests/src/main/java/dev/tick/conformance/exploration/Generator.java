package dev.tick.conformance.exploration;

import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Generates sequences of steps: always the step next that covers most of what is not covered yet. Nothing depends on responses. */
final class Generator {
    /** Steps of a sequence. */
    static final int LENGTH = 13;

    /** Changes that no list has shown yet make a list worth so much each. */
    private static final double DIRT = 2;

    private final Set<Effect> effects;
    private final Coverage coverage = new Coverage();
    private final Proposals proposals;
    private final Random random;

    /**
     * Creates a generator.
     *
     * @param effects those of the operations to explore
     */
    Generator(Vocabulary vocabulary, Callers callers, Set<Effect> effects, boolean numbered, long seed) {
        this.effects = effects;
        random = new Random(seed);
        proposals = new Proposals(vocabulary, callers, effects, coverage, random, numbered);
    }

    /** Returns the next sequence. */
    List<Step> sequence() {
        Slots slots = new Slots();
        List<Step> steps = new ArrayList<>();
        int dirt = 0;
        while (steps.size() < LENGTH - 1) {
            Optional<Step> before = last(steps);
            Step best = best(proposals.all(slots), before, slots, dirt);
            add(steps, best, slots);
            dirt = isWriting(best) ? dirt + 1 : isWholeList(best) ? 0 : dirt;
        }
        if (effects.contains(Effect.LIST)) {
            add(steps, proposals.list(), slots);
        }
        return steps;
    }

    private void add(List<Step> steps, Step step, Slots slots) {
        coverage.cover(last(steps), step, slots.state(step));
        slots.apply(step);
        steps.add(step);
    }

    private static Optional<Step> last(List<Step> steps) {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    private Step best(List<Step> candidates, Optional<Step> before, Slots slots, int dirt) {
        Step best = candidates.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (Step one : candidates) {
            double worth = coverage.worth(before, one, slots.state(one)) + random.nextDouble() / 4;
            if (isWholeList(one)) {
                worth += DIRT * dirt;
            }
            if (before.filter(last -> last.effect() == one.effect()).isPresent()) {
                worth -= 2;
            }
            if (worth > most) {
                most = worth;
                best = one;
            }
        }
        return best;
    }

    private static boolean isWholeList(Step step) {
        return step.caller() == TokenKind.SOUND
                && step.wish()
                        .filter(wish -> wish.term().isEmpty()
                                && wish.top().isEmpty()
                                && wish.skip().isEmpty())
                        .isPresent();
    }

    private static boolean isWriting(Step step) {
        return step.effect() != Effect.LIST && step.effect() != Effect.READ;
    }

}
