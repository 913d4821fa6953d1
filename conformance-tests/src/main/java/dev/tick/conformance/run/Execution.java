package dev.tick.conformance.run;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.ResultRules;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
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
     * Performs cases in their order, as far as the target can be spoken to; the others are errors, which blame nobody. A check's
     * own exception is an error of the kit, not of the target.
     *
     * @return why it stopped before the last one, and how far it came; empty where it did not
     */
    Optional<String> perform(List<Case> cases) {
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            try {
                add(one.row(), result(one));
                progress.ended();
            } catch (StoppedException e) {
                String reason = "stopped after " + conversation.sent() + " requests and " + i + " of " + cases.size()
                        + " cases: " + e.getMessage();
                cases.subList(i, cases.size())
                        .forEach(left -> add(left.row(), CaseResult.of(left.id(), Result.ERROR, reason)));
                return Optional.of(hiding.apply(reason));
            }
        }
        return Optional.empty();
    }

    private CaseResult result(Case one) {
        try {
            Outcome outcome = excuses.applied(one.row(), judged(one));
            return new CaseResult(
                    one.id(),
                    ResultRules.of(one.row(), outcome.kind()),
                    outcome.detail(),
                    outcome.mismatches(),
                    outcome.exchanges().stream()
                            .map(conversation::number)
                            .distinct()
                            .toList());
        } catch (NoFreshValueException e) {
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

    /** Judges a case; what may have been there before this run is no evidence that the target breaks anything. */
    private Outcome judged(Case one) {
        Outcome outcome = one.body().get();
        return outcome.kind() == Outcome.Kind.BROKEN
                        && mayRestOnThePast(one.row())
                        && outcome.exchanges().stream().anyMatch(conversation::isDoubtful)
                ? Outcome.notTestable(
                        "the address may have been there before this run, and there is no list to tell: "
                                + outcome.detail(),
                        outcome.exchanges().toArray(new Exchange[0]))
                : outcome;
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
