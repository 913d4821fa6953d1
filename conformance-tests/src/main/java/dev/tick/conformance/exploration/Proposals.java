package dev.tick.conformance.exploration;

import dev.tick.conformance.exploration.Slots.Slot;
import dev.tick.conformance.exploration.Slots.State;
import dev.tick.conformance.model.Condition.Operator;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.ServerValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The steps that can come next in a sequence. */
final class Proposals {
    private static final int MOST_OF_A_BATCH = 5;

    private final Vocabulary vocabulary;
    private final Principals callers;
    private final Set<Effect> effects;
    private final Coverage coverage;
    private final Random random;
    private final Optional<String> marked;

    Proposals(Vocabulary vocabulary, Principals callers, Set<Effect> effects, Coverage coverage, Random random) {
        this.vocabulary = vocabulary;
        this.callers = callers;
        this.effects = effects;
        this.coverage = coverage;
        this.random = random;
        marked = vocabulary.marked();
    }

    /** Returns the steps that can come next; at least one, since a submit always can. */
    List<PlannedStep> all(Slots slots) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            if (effects.contains(effect)) {
                for (TokenKind caller : callers.of(vocabulary.operation(effect))) {
                    steps.addAll(of(effect, caller, slots));
                }
            }
        }
        return steps;
    }

    private List<PlannedStep> of(Effect effect, TokenKind caller, Slots slots) {
        return switch (effect) {
            case CREATE -> submits(caller, slots);
            case CREATE_MANY -> batches(caller, slots);
            case LIST -> lists(caller, slots);
            case READ -> reads(caller, slots);
            case CHANGE -> changes(caller, slots);
            case REMOVE -> removals(caller, slots);
            case REMOVE_MANY -> removalsOfMany(caller, slots);
        };
    }

    private List<PlannedStep> submits(TokenKind caller, Slots slots) {
        List<PlannedStep> steps = new ArrayList<>();
        steps.add(PlannedStep.submit(Effect.CREATE, caller, List.of(fresh(Effect.CREATE, slots))));
        for (Slot slot : slots.all()) {
            boolean own = slot.owner() == caller;
            boolean reached = caller == TokenKind.TENANT_WIDE && slot.state() == State.THERE;
            if (slot.state() != State.OPEN && (own || reached)) {
                steps.add(PlannedStep.submit(
                        Effect.CREATE, caller, List.of(draft(Effect.CREATE, slot.number(), slot.example()))));
            }
        }
        return steps;
    }

    private List<PlannedStep> batches(TokenKind caller, Slots slots) {
        List<Draft> fresh = new ArrayList<>();
        Map<String, Integer> used = new HashMap<>();
        for (int i = 0; i < MOST_OF_A_BATCH - 1; i++) {
            Draft draft = fresh(Effect.CREATE_MANY, slots, used);
            used.merge(draft.example(), 1, Integer::sum);
            draft.kinds().forEach((property, kind) -> used.merge(property + kind, 1, Integer::sum));
            fresh.add(draft);
        }
        List<PlannedStep> steps = new ArrayList<>();
        steps.add(PlannedStep.submit(Effect.CREATE_MANY, caller, fresh));
        own(slots, caller, State.THERE).stream()
                .findFirst()
                .map(slot -> draft(Effect.CREATE_MANY, slot.number(), slot.example()))
                .ifPresent(again -> steps.add(
                        PlannedStep.submit(Effect.CREATE_MANY, caller, List.of(fresh.get(0), again, fresh.get(1)))));
        return steps;
    }

    /** Returns a draft of an entity of its own, like the example that was used least. */
    private Draft fresh(Effect effect, Slots slots) {
        return fresh(effect, slots, Map.of());
    }

    private Draft fresh(Effect effect, Slots slots, Map<String, Integer> used) {
        List<String> examples = vocabulary.examples(Effect.CREATE);
        String example = examples.get(0);
        int least = Integer.MAX_VALUE;
        int start = random.nextInt(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            String one = examples.get((start + i) % examples.size());
            int times = 10 * used.getOrDefault(one, 0) + coverage.kinds(effect, "example", one);
            if (times < least) {
                least = times;
                example = one;
            }
        }
        return draft(effect, slots.fresh(), example, used);
    }

    private Draft draft(Effect effect, int slot, String example) {
        return draft(effect, slot, example, Map.of());
    }

    /** Returns a draft with, for each property, the kind of value that was used least. */
    private Draft draft(Effect effect, int slot, String example, Map<String, Integer> used) {
        Effect source = effect == Effect.CREATE_MANY ? Effect.CREATE : effect;
        Map<String, String> kinds = new HashMap<>();
        vocabulary.kinds(source, example).forEach((property, names) -> {
            if (!marked.equals(Optional.of(property))) {
                names.stream()
                        .min(Comparator.comparingDouble(name -> coverage.kinds(effect, property, name)
                                + used.getOrDefault(property + name, 0)
                                + random.nextDouble() / 2))
                        .ifPresent(name -> kinds.put(property, name));
            }
        });
        return new Draft(slot, example, kinds);
    }

    /** Returns the list of all that the sequence made. */
    PlannedStep list() {
        return PlannedStep.list(
                TokenKind.SOUND, Wish.of(marked.isPresent() ? Wish.Marking.MARKED : Wish.Marking.EVERYTHING));
    }

    private List<PlannedStep> lists(TokenKind caller, Slots slots) {
        Wish whole = list().wish().orElseThrow();
        List<PlannedStep> steps = new ArrayList<>();
        if (!slots.all().isEmpty()) {
            steps.add(PlannedStep.list(caller, whole));
        }
        if (caller == TokenKind.OTHER_APPLICATION && callers.reachesOwn(caller)) {
            steps.add(PlannedStep.list(caller, Wish.of(Wish.Marking.EVERYTHING)));
        }
        List<Slot> there = slots.all().stream()
                .filter(slot -> slot.state() == State.THERE && slot.owner() == TokenKind.SOUND)
                .toList();
        if (there.isEmpty() || (caller != TokenKind.SOUND && caller != TokenKind.OTHER_APPLICATION)) {
            return steps;
        }
        Slot slot = there.get(random.nextInt(there.size()));
        List<Term> terms = terms(slot, there);
        terms.forEach(term -> steps.add(PlannedStep.list(caller, whole.with(term))));
        if (marked.isPresent() && caller == TokenKind.SOUND) {
            steps.addAll(cuts(whole, there.size()));
            // By the identity alone, without a second condition.
            Term.Compared identity =
                    new Term.Compared(vocabulary.resource().identity(), Operator.EQ, slot.number(), Term.Edge.AT);
            steps.add(PlannedStep.list(caller, Wish.of(Wish.Marking.EVERYTHING).with(identity)));
        }
        return steps;
    }

    private static List<PlannedStep> cuts(Wish whole, int there) {
        return Stream.of(
                        whole.cut(OptionalInt.of(there), OptionalInt.empty()),
                        whole.cut(OptionalInt.of(1), OptionalInt.empty()),
                        whole.cut(OptionalInt.empty(), OptionalInt.of(there - 1)),
                        whole.cut(OptionalInt.empty(), OptionalInt.of(there)),
                        whole.cut(OptionalInt.of(1), OptionalInt.of(1)))
                .map(wish -> PlannedStep.list(TokenKind.SOUND, wish))
                .toList();
    }

    private List<Term> terms(Slot slot, List<Slot> there) {
        List<Term> terms = new ArrayList<>();
        for (String property : vocabulary.comparable()) {
            if (!vocabulary.isKnown(property, slot.example())) {
                continue;
            }
            if (vocabulary.isTime(property)) {
                boolean told = vocabulary.resource().serverValues().get(property) == ServerValue.TIME;
                for (Operator operator : List.of(Operator.GT, Operator.GE, Operator.LT, Operator.LE, Operator.EQ)) {
                    for (Term.Edge edge : Term.Edge.values()) {
                        // What the server shows of its own time may be cut.
                        if (!told || (edge != Term.Edge.AT && operator != Operator.EQ)) {
                            terms.add(new Term.Compared(property, operator, slot.number(), edge));
                        }
                    }
                }
            } else {
                terms.add(new Term.Compared(property, Operator.EQ, slot.number(), Term.Edge.AT));
                terms.add(new Term.Compared(property, Operator.EQ, slot.number(), Term.Edge.ABOVE));
                terms.add(new Term.Compared(property, Operator.NE, slot.number(), Term.Edge.AT));
            }
        }
        if (!terms.isEmpty()) {
            Slot second = there.get(random.nextInt(there.size()));
            Term one = terms.get(random.nextInt(terms.size()));
            Term other =
                    new Term.Compared(vocabulary.resource().identity(), Operator.EQ, second.number(), Term.Edge.AT);
            terms.add(new Term.Both(one, other));
            terms.add(new Term.Either(one, other));
            terms.add(new Term.Opposite(other));
        }
        return terms;
    }

    private List<PlannedStep> reads(TokenKind caller, Slots slots) {
        List<PlannedStep> steps = new ArrayList<>();
        own(slots, caller).forEach(slot -> steps.add(PlannedStep.about(Effect.READ, caller, List.of(slot.number()))));
        if (!vocabulary.isNumbered()) {
            steps.add(PlannedStep.about(Effect.READ, caller, List.of(slots.fresh())));
        }
        return steps;
    }

    private List<PlannedStep> changes(TokenKind caller, Slots slots) {
        List<String> examples = vocabulary.examples(Effect.CHANGE);
        List<PlannedStep> steps = new ArrayList<>();
        for (Slot slot : own(slots, caller)) {
            String example = examples.get(random.nextInt(examples.size()));
            steps.add(PlannedStep.submit(Effect.CHANGE, caller, List.of(draft(Effect.CHANGE, slot.number(), example))));
        }
        if (!vocabulary.isNumbered()) {
            steps.add(PlannedStep.submit(
                    Effect.CHANGE, caller, List.of(draft(Effect.CHANGE, slots.fresh(), examples.get(0)))));
        }
        return steps;
    }

    private List<PlannedStep> removals(TokenKind caller, Slots slots) {
        return slots.all().stream()
                .filter(slot -> mayName(caller, slot))
                .map(slot -> PlannedStep.about(Effect.REMOVE, caller, List.of(slot.number())))
                .toList();
    }

    private List<PlannedStep> removalsOfMany(TokenKind caller, Slots slots) {
        List<Integer> there = slots.all().stream()
                .filter(slot -> mayName(caller, slot) && slot.state() == State.THERE)
                .map(Slot::number)
                .toList();
        List<PlannedStep> steps = new ArrayList<>();
        if (there.size() > 2) {
            steps.add(PlannedStep.about(Effect.REMOVE_MANY, caller, there.subList(0, there.size() - 1)));
            steps.add(PlannedStep.about(Effect.REMOVE_MANY, caller, there.subList(1, 3)));
        }
        if (!there.isEmpty()) {
            steps.add(PlannedStep.about(Effect.REMOVE_MANY, caller, List.of(there.get(there.size() - 1))));
            own(slots, caller, State.GONE).stream()
                    .findFirst()
                    .ifPresent(gone -> steps.add(
                            PlannedStep.about(Effect.REMOVE_MANY, caller, List.of(there.get(0), gone.number()))));
        }
        return steps;
    }

    /** Returns whether a caller's removal of an entity has an outcome that a page tells. */
    private boolean mayName(TokenKind caller, Slot slot) {
        boolean own = slot.owner() == caller;
        boolean of = slot.owner() != TokenKind.DELEGATED && slot.state() == State.THERE;
        return caller != TokenKind.DELEGATED
                && slot.state() != State.OPEN
                && (own
                        || (caller == TokenKind.TENANT_WIDE && of)
                        || (caller == TokenKind.OTHER_APPLICATION && of && callers.reachesOwn(caller)));
    }

    private static List<Slot> own(Slots slots, TokenKind caller) {
        return slots.all().stream()
                .filter(slot -> slot.owner() == caller && slot.state() != State.OPEN)
                .toList();
    }

    private static List<Slot> own(Slots slots, TokenKind caller, State state) {
        return own(slots, caller).stream().filter(slot -> slot.state() == state).toList();
    }
}
