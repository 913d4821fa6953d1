package dev.tick.conformance.exploration;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.model.Claim;
import dev.tick.conformance.model.Discrepancy;
import dev.tick.conformance.model.ServiceRules;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.Story;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The exploration of a run: sequences of sound requests, which a seed decides, held against a model of the service. It takes place
 * once, when the first case asks for it. Not thread-safe.
 */
public final class Exploration {
    /** Requests that the sequences of a run may cost beside those of the exploration while they are shrunk. */
    static final int SHRINKING = 60;

    /** The part of the requests that a target without list and read is worth. */
    private static final int BLIND = 9;

    private static final String CASE = "explored";

    private static final String UNBROKEN = "no sequence of the exploration breaks it";
    private static final String NOTHING_NOTED =
            "the sequences met nothing that no page decides and OData answers otherwise";

    private final Conversation conversation;
    private final ExplorationPlan plan;
    private final ServiceRules rules;
    private final RowFinder rows;
    private final Map<Requirement, Counterexample> faults = new LinkedHashMap<>();
    private final Set<String> notes = new TreeSet<>();
    private Optional<Player> player = Optional.empty();
    private int shrunk;

    /** Prepares the exploration of a run; nothing is sent. */
    public Exploration(Conversation conversation, Validator validator, ExplorationPlan plan) {
        this.conversation = conversation;
        this.plan = plan;
        rules = new ServiceRules(conversation.contract(), conversation.register(), validator);
        rows = new RowFinder(conversation.contract(), conversation.register());
    }

    /** Returns whether the exploration has a case of this id. */
    public static boolean isCase(String id) {
        return id.endsWith("/" + CASE);
    }

    /** Returns whether the detail of such a case tells nothing about the target. */
    public static boolean tellsNothing(String detail) {
        return detail.equals(UNBROKEN) || detail.equals(NOTHING_NOTED);
    }

    /** Returns how far it goes, and from which seed. */
    public ExplorationPlan plan() {
        return plan;
    }

    /** Returns the case of a row that the exploration can break; none for another one, and none where the run does not explore. */
    public List<Case> cases(Requirement row) {
        return plan.size().requests() > 0 && rows.kind(row).isPresent()
                ? List.of(new Case(row, CASE, Phase.EXPLORATION, () -> outcome(row)))
                : List.of();
    }

    /** Returns the case of a row that nothing but the exploration judges; exactly one. */
    public List<Case> onlyCases(Requirement row) {
        List<Case> cases = cases(row);
        return cases.isEmpty()
                ? List.of(new Case(
                        row,
                        CASE,
                        Phase.EXPLORATION,
                        () -> Outcome.notTestable("this run does not explore; --explore standard does")))
                : cases;
    }

    private Outcome outcome(Requirement row) {
        explore();
        Claim.Kind kind = rows.kind(row).orElseThrow();
        if (kind == Claim.Kind.NOTE) {
            return Outcome.noted(
                    notes.isEmpty() ? NOTHING_NOTED : "other than OData says: " + String.join("; ", notes));
        }
        if (faults.containsKey(row)) {
            return broken(faults.get(row));
        }
        // Without a number: the results of two runs are compared word by word, and other tokens mean other sequences.
        return Outcome.honoured(UNBROKEN);
    }

    private void explore() {
        if (player.isPresent()) {
            return;
        }
        Vocabulary vocabulary = new Vocabulary(conversation, rules);
        Principals callers = new Principals(conversation);
        Set<Effect> effects =
                Arrays.stream(Effect.values()).filter(conversation::serves).collect(Collectors.toSet());
        Generator generator = new Generator(vocabulary, callers, effects, plan.seed());
        Player made = new Player(conversation, rules, vocabulary, callers);
        player = Optional.of(made);
        int start = conversation.exchanged();
        int budget = budget(effects);
        while (conversation.exchanged() - start < budget) {
            int before = conversation.exchanged();
            keep(made.play(generator.sequence(), () -> conversation.exchanged() - start < budget));
            if (conversation.exchanged() == before) {
                break;
            }
        }
    }

    /** Returns how many requests to send; where nothing shows what was submitted, few show all that can be seen. */
    private int budget(Set<Effect> effects) {
        boolean sees = effects.contains(Effect.LIST) || effects.contains(Effect.READ);
        return sees ? plan.size().requests() : Math.max(1, plan.size().requests() / BLIND);
    }

    private void keep(List<Played> played) {
        for (int i = 0; i < played.size(); i++) {
            Played one = played.get(i);
            for (Discrepancy discrepancy : one.findings().discrepancies()) {
                keep(discrepancy, one, played.subList(0, i + 1));
            }
        }
    }

    private void keep(Discrepancy discrepancy, Played last, List<Played> played) {
        Optional<Requirement> row = rows.row(discrepancy.claims());
        boolean noted = row.isEmpty() || rows.kind(row.get()).equals(Optional.of(Claim.Kind.NOTE));
        if (noted) {
            notes.add(last.step()
                    .wish()
                    .map(Wish::shape)
                    .orElse(last.step().effect().toString()));
        } else {
            faults.putIfAbsent(row.get(), new Counterexample(row.get(), discrepancy, played));
        }
    }

    /** Returns the finding of a fault, with the shortest sequence that shows it. */
    private Outcome broken(Counterexample fault) {
        int start = conversation.exchanged();
        int left = SHRINKING - shrunk;
        Optional<Counterexample> shortest = left <= 0
                ? Optional.empty()
                : new Shrinker(this::replay, () -> conversation.exchanged() - start < left).shrink(fault);
        int cost = conversation.exchanged() - start;
        shrunk += cost;
        Counterexample shown = shortest.orElse(fault);
        String manner = shortest.isPresent()
                ? "shrunk from " + fault.played().size() + " requests to "
                        + shown.played().size() + " with " + cost + " more"
                : left <= 0
                        ? "not shrunk, since other faults used up the requests for it"
                        : "it did not show again when the sequence was sent once more, with " + cost + " requests";
        List<Exchange> exchanges =
                shown.played().stream().map(Played::exchange).collect(Collectors.toCollection(ArrayList::new));
        String sentence = shown.discrepancy().sentence();
        return new Outcome(
                        Outcome.Kind.BROKEN,
                        sentence + " (" + shown.discrepancy().mismatch().sentence() + "; " + manner + ")",
                        List.of(shown.discrepancy().mismatch()),
                        exchanges)
                .with(new Story(
                        sentence, shown.played().stream().map(Played::told).toList()));
    }

    private Optional<Counterexample> replay(List<PlannedStep> steps, Counterexample fault) {
        List<Played> played = player.orElseThrow().play(steps, () -> true);
        for (int i = 0; i < played.size(); i++) {
            for (Discrepancy discrepancy : played.get(i).findings().discrepancies()) {
                if (rows.row(discrepancy.claims()).equals(Optional.of(fault.row()))) {
                    return Optional.of(new Counterexample(fault.row(), discrepancy, played.subList(0, i + 1)));
                }
            }
        }
        return Optional.empty();
    }
}
