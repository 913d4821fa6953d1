package dev.tick.conformance.report.model;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.verdict.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A case and its result.
 *
 * @param id unique, and the same in every run
 * @param name the id without that of the requirement
 * @param result what it counts as
 * @param detail what was found, in one line
 * @param stableDetail the same, with placeholders for what changes from run to run
 * @param mismatches expected against got; empty where that is not what decided
 * @param stableMismatches the same, with placeholders
 * @param waiver the deviation that waives the result; empty where none does
 * @param exchanges the numbers of the exchanges that it rests on
 * @param story the sequence of requests that shows what is broken; empty where one request does
 * @param took how long it took
 */
public record ReportedCase(
        String id,
        String name,
        Result result,
        String detail,
        String stableDetail,
        List<Mismatch> mismatches,
        List<Mismatch> stableMismatches,
        Optional<Deviation> waiver,
        List<Integer> exchanges,
        Optional<ReportedStory> story,
        Duration took) {
    /** Copies the lists. */
    public ReportedCase {
        mismatches = List.copyOf(mismatches);
        stableMismatches = List.copyOf(stableMismatches);
        exchanges = List.copyOf(exchanges);
    }

    static ReportedCase of(
            String requirement,
            CaseResult found,
            Optional<Deviation> waiver,
            Optional<ReportedStory> story,
            VolatileText volatileText) {
        return new ReportedCase(
                found.id(),
                found.id().substring(requirement.length() + 1),
                found.result(),
                found.detail(),
                volatileText.replaceIn(found.detail()),
                found.mismatches(),
                found.mismatches().stream()
                        .map(one -> one.map(volatileText::replaceIn))
                        .toList(),
                waiver,
                found.exchanges(),
                story,
                found.took());
    }
}
