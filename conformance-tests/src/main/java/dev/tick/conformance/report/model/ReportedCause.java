package dev.tick.conformance.report.model;

import dev.tick.conformance.cause.Cause;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.run.RequirementResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cause of what went wrong, told once.
 *
 * @param cause as it was computed from the run
 * @param stableSentence its sentence, with placeholders for what changes from run to run
 * @param requirements those that it broke, the one that shows it best first; at least one
 * @param waiting those that could not be tested because of it
 * @param exchange the one that shows it; empty where none does
 */
public record ReportedCause(
        Cause cause,
        String stableSentence,
        List<ReportedRequirement> requirements,
        List<ReportedRequirement> waiting,
        Optional<ExchangeRecord> exchange) {
    /** Copies the lists. */
    public ReportedCause {
        requirements = List.copyOf(requirements);
        waiting = List.copyOf(waiting);
    }

    static ReportedCause of(
            Cause cause,
            Map<String, ReportedRequirement> requirements,
            List<ExchangeRecord> exchanges,
            VolatileText volatileText) {
        return new ReportedCause(
                cause,
                volatileText.replaceIn(cause.sentence()),
                named(cause.rows(), requirements),
                named(cause.waiting(), requirements),
                cause.exchange().filter(number -> number <= exchanges.size()).map(number -> exchanges.get(number - 1)));
    }

    private static List<ReportedRequirement> named(
            List<RequirementResult> rows, Map<String, ReportedRequirement> requirements) {
        return rows.stream()
                .flatMap(one -> Optional.ofNullable(requirements.get(one.row().id())).stream())
                .toList();
    }

    /** Returns the requirement that shows it best. */
    public ReportedRequirement first() {
        return requirements.get(0);
    }

    /** Returns the other requirements that it broke. */
    public List<ReportedRequirement> others() {
        return requirements.subList(1, requirements.size());
    }
}
