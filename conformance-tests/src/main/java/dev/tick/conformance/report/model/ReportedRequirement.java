package dev.tick.conformance.report.model;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * A requirement and its results.
 *
 * @param row the requirement
 * @param result the worst of its cases
 * @param remaining the worst result that nothing waives; empty where deviations waive every case
 * @param detail of the case that decided, as it was found
 * @param stableDetail the same, with placeholders for what changes from run to run
 * @param waivers the deviations that waive the result; empty while a case that nothing waives has it
 * @param place the file and the line where it stands in the contract, such as {@code a.yaml:12}; empty where it does not
 * @param line of the contract that it is about: its own, or else that of its operation; at least 1
 * @param faultsCaught how many seeded faults its check caught; 0 where that is not known
 * @param cases in the order in which they ran
 * @param awaited the requirement that shows why this one could not be tested; empty where it waits for none
 */
public record ReportedRequirement(
        Requirement row,
        Result result,
        Optional<Result> remaining,
        String detail,
        String stableDetail,
        List<Deviation> waivers,
        Optional<String> place,
        int line,
        int faultsCaught,
        List<ReportedCase> cases,
        Optional<String> awaited) {
    /** Copies the lists. */
    public ReportedRequirement {
        waivers = List.copyOf(waivers);
        cases = List.copyOf(cases);
    }

    static ReportedRequirement of(
            RunResult report,
            RequirementResult found,
            Contract contract,
            Optional<Proof> proof,
            VolatileText volatileText) {
        Requirement row = found.row();
        return new ReportedRequirement(
                row,
                found.result(),
                report.remaining(found),
                found.detail(),
                volatileText.replaceIn(found.detail()),
                report.waivers(found),
                row.schema().map(pointer -> contract.source().file() + ":" + contract.lineOf(pointer)),
                line(row, contract),
                proof.map(known -> known.of(row.id()).size()).orElse(0),
                found.cases().stream()
                        .map(one -> ReportedCase.of(
                                row.id(),
                                one,
                                report.waiver(found, one),
                                one.story()
                                        .map(story ->
                                                ReportedStory.of(story, contract, report.exchanges(), volatileText)),
                                volatileText))
                        .toList(),
                Optional.empty());
    }

    ReportedRequirement waitingFor(Optional<String> other) {
        return new ReportedRequirement(
                row, result, remaining, detail, stableDetail, waivers, place, line, faultsCaught, cases, other);
    }

    /** Returns what was found in the case that decided, and for which requirement it waits. */
    public String explanation() {
        return detail + awaited.map(one -> " (see " + one + ")").orElse("");
    }

    private static int line(Requirement row, Contract contract) {
        String pointer = row.schema()
                .or(() -> RequirementWords.operation(row)
                        .map(operation -> contract.operation(operation).pointer()))
                .orElse("");
        return Math.max(1, contract.lineOf(pointer));
    }

    /** Returns the id of the requirement. */
    public String id() {
        return row.id();
    }

    /** Returns the operation that exercises it; {@code none} for a requirement without a check. */
    public String operation() {
        return RequirementWords.operation(row).orElse(RequirementWords.NO_OPERATION);
    }

    /** Returns whether deviations waive the result. */
    public boolean isWaived() {
        return !waivers.isEmpty();
    }

    /** Returns whether the target answers as the service is recorded to, against its page. */
    public boolean isKnownContradiction() {
        return row.recorded().isPresent() && result == Result.NOTE;
    }

    boolean is(Level level, Result ofResult) {
        return row.level() == level && result == ofResult;
    }
}
