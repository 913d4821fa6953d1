package dev.tick.conformance.run;

import dev.tick.conformance.conduct.WithheldException;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.ResultRules;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Performs the cases of a plan and keeps their results. */
final class Execution {
    private final Map<Requirement, List<CaseResult>> results = new LinkedHashMap<>();
    private final Conversation conversation;
    private final Excuses excuses;
    private final UnaryOperator<String> hiding;
    private final Progress progress;
    private final Hangs hangs = new Hangs();

    /**
     * Creates an execution without results.
     *
     * @param hiding replaces every secret in a text
     * @param progress receives the end of each case
     */
    Execution(List<Requirement> rows, Conversation conversation, UnaryOperator<String> hiding, Progress progress) {
        this.conversation = conversation;
        excuses = new Excuses(conversation);
        this.hiding = hiding;
        this.progress = progress;
        rows.forEach(row -> results.put(row, new ArrayList<>()));
    }

    /** Keeps a result that needs no case to run. */
    void add(Requirement row, CaseResult result) {
        results.computeIfAbsent(row, key -> new ArrayList<>()).add(result.map(hiding));
    }

    /**
     * Performs cases, phase by phase, as far as the target can be spoken to; the others are errors, which blame nobody. A check's
     * own exception is an error of the kit, not of the target. The results are in the order of the cases, whichever ended first.
     *
     * @param cases in the order of their phases
     * @return why it stopped before the last one, and how far it came; empty where it did not
     */
    Optional<String> perform(List<Case> cases) {
        IdentityHashMap<Case, CaseResult> found = new IdentityHashMap<>();
        Optional<String> stopped = Optional.empty();
        try {
            for (Phase phase : Phase.values()) {
                perform(
                        phase,
                        cases.stream().filter(one -> one.phase() == phase).toList(),
                        found);
            }
        } catch (StoppedException e) {
            stopped = Optional.of("stopped after " + conversation.sent() + " requests and " + found.size() + " of "
                    + cases.size() + " cases: " + e.getMessage());
        }
        String reason = stopped.orElse("not reached");
        cases.forEach(one -> add(
                one.row(), Optional.ofNullable(found.get(one)).orElse(CaseResult.of(one.id(), Result.ERROR, reason))));
        return stopped.map(hiding);
    }

    private void perform(Phase phase, List<Case> cases, IdentityHashMap<Case, CaseResult> found) {
        List<Runnable> units =
                cases.stream().<Runnable>map(one -> () -> perform(one, found)).toList();
        switch (phase) {
            case SOUND, END, EXPLORATION, REMOVAL, REVIEW -> units.forEach(Runnable::run);
            case REFUSAL, STATE -> conversation.lanes().perform(units);
        }
    }

    private void perform(Case one, IdentityHashMap<Case, CaseResult> found) {
        long start = System.nanoTime();
        CaseResult result = result(one).took(Duration.ofNanos(System.nanoTime() - start));
        found.put(one, result);
        progress.ended();
        List<Exchange> all = conversation.exchanges();
        hangs.after(
                result.exchanges().stream().map(number -> all.get(number - 1)).toList());
    }

    private CaseResult result(Case one) {
        try {
            Outcome outcome = excuses.notOffered(one.row()).orElseGet(() -> excuses.applied(one.row(), judged(one)));
            return new CaseResult(
                    one.id(),
                    ResultRules.of(one.row(), outcome.kind()),
                    outcome.detail(),
                    outcome.mismatches(),
                    outcome.exchanges().stream()
                            .map(conversation::number)
                            .distinct()
                            .toList(),
                    outcome.story().map(story -> CaseStory.of(story, conversation::number)));
        } catch (NoFreshValueException | WithheldException e) {
            return CaseResult.of(one.id(), Result.NOT_TESTABLE, String.valueOf(e.getMessage()));
        } catch (QuotaException e) {
            return CaseResult.of(one.id(), Result.ERROR, String.valueOf(e.getMessage()));
        } catch (StoppedException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return CaseResult.of(one.id(), Result.ERROR, full(e));
        } catch (RuntimeException e) {
            return CaseResult.of(one.id(), Result.ERROR, "the check failed: " + e);
        }
    }

    /** Judges a case; what may be done or there already is no evidence that the target breaks anything. */
    private Outcome judged(Case one) {
        Outcome outcome = one.body().get();
        if (outcome.kind() != Outcome.Kind.BROKEN || !mayRestOnThePast(one.row())) {
            return outcome;
        }
        return outcome.exchanges().stream()
                .flatMap(exchange -> past(exchange).stream())
                .findFirst()
                .map(past -> Outcome.notTestable(
                        past + ": " + outcome.detail(), outcome.exchanges().toArray(new Exchange[0])))
                .orElse(outcome);
    }

    /** Returns what of before an exchange may explain it; empty where nothing does. */
    private Optional<String> past(Exchange exchange) {
        if (conversation.isDoubtful(exchange)) {
            return Optional.of("the address may have been there before this run, and there is no list to tell");
        }
        return conversation.isDoneTwice(exchange)
                ? Optional.of(
                        exchange.line() + " answers a second attempt, and the first, which got no response, may have"
                                + " been performed")
                : Optional.empty();
    }

    /** Returns whether what was there before can explain a finding: never how a response is written. */
    private static boolean mayRestOnThePast(Requirement row) {
        return row.check()
                .filter(check -> check instanceof SuccessCheck.AnswerConforms
                        || check instanceof SuccessCheck.DeclaredOnce
                        || check instanceof ConductCheck)
                .isEmpty();
    }

    /** Returns what to say of a response that is within the limit, and too much for the kit. */
    static String full(OutOfMemoryError e) {
        return "the kit's heap does not hold the target's response; give it more, such as java -Xmx2g (" + e + ")";
    }

    /** Gives every requirement the reason why no case ran. */
    void stop(String reason) {
        results.forEach((row, own) -> {
            own.clear();
            own.add(CaseResult.of(row.id() + "/reach", Result.ERROR, reason).map(hiding));
        });
    }

    /** Returns the requirements with their results, in the order of the register. */
    List<RequirementResult> rows() {
        return results.entrySet().stream()
                .map(entry -> new RequirementResult(entry.getKey(), entry.getValue()))
                .toList();
    }
}
