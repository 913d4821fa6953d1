package dev.tick.conformance.run;

import dev.tick.conformance.check.Checks;
import dev.tick.conformance.console.Progress;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The cases of a run, and their results as they come in. */
final class Plan {
    private final Map<Requirement, List<CaseResult>> results = new LinkedHashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final Conversation conversation;
    private final UnaryOperator<String> hiding;
    private final Progress progress;

    /**
     * Plans the rows; one whose check cannot be made is an error at once.
     *
     * @param hiding replaces every secret in a text
     * @param progress is told of each case that ended
     */
    Plan(List<Requirement> rows, Conversation conversation, UnaryOperator<String> hiding, Progress progress) {
        this.conversation = conversation;
        this.hiding = hiding;
        this.progress = progress;
        for (Requirement row : rows) {
            List<CaseResult> own = new ArrayList<>();
            results.put(row, own);
            try {
                if (Checks.applies(row, conversation)) {
                    cases.addAll(Checks.cases(row, conversation));
                } else {
                    own.add(result(
                            row, "capability", Result.NOT_APPLICABLE, "the target does not have this operation"));
                }
            } catch (IllegalArgumentException | IllegalStateException e) {
                own.add(result(row, "plan", Result.ERROR, String.valueOf(e.getMessage())));
            }
        }
        cases.sort(Comparator.comparing(Case::phase));
    }

    /** In the order in which they are to run. */
    List<Case> cases() {
        return List.copyOf(cases);
    }

    /** Runs a case and keeps its result; a check's own exception is an error of the kit, not of the target. */
    CaseResult perform(Case one) {
        CaseResult result;
        try {
            Outcome outcome = one.body().get();
            result = new CaseResult(
                    one.id(),
                    Judgement.of(one.row(), outcome.kind()),
                    outcome.detail(),
                    outcome.mismatches(),
                    outcome.exchanges().stream()
                            .map(conversation::number)
                            .distinct()
                            .toList());
        } catch (QuotaException e) {
            result = CaseResult.of(one.id(), Result.ERROR, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            result = CaseResult.of(one.id(), Result.ERROR, "the check failed: " + e);
        }
        result = result.map(hiding);
        progress.ended();
        results.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(result);
        return result;
    }

    /** Ends the run before its cases. */
    void stop(String reason) {
        cases.clear();
        results.forEach((row, own) -> {
            own.clear();
            own.add(result(row, "reach", Result.ERROR, reason));
        });
    }

    /** The rows with their results; a planned case that did not come to its end is an error. */
    List<RowResult> rows() {
        Set<String> ended = results.values().stream()
                .flatMap(List::stream)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
        for (Case one : cases) {
            if (ended.add(one.id())) {
                results.computeIfAbsent(one.row(), row -> new ArrayList<>())
                        .add(CaseResult.of(one.id(), Result.ERROR, "the case did not come to its end"));
            }
        }
        return results.entrySet().stream()
                .map(entry -> new RowResult(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CaseResult result(Requirement row, String name, Result result, String detail) {
        return CaseResult.of(row.id() + "/" + name, result, detail);
    }
}
