package dev.tick.conformance.report.model;

import dev.tick.conformance.cause.Cause;
import dev.tick.conformance.cause.Causes;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.SceneHistory;
import dev.tick.conformance.subject.Embedded;
import dev.tick.conformance.subject.JudgedClient;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as every format shows it; no secret is in it. A text called stable has placeholders for what changes from run to run.
 *
 * @param verdict of the target
 * @param tally what the verdict was computed from
 * @param stopped why the run ended before its cases; empty where it did not
 * @param stableStopped that reason as a stable text
 * @param run what was run, when, and against what
 * @param build of the kit
 * @param requirements in the order of the register
 * @param causes what went wrong and nothing waives, each thing once: the worst first, then what broke many
 * @param untested what was not tested and waits for no cause, by reason
 * @param waivers every listed deviation of the target
 * @param exchanges all that took place, in their order; cases name them by their number
 * @param comparisons with an earlier run and with the stub
 * @param scenes the scenarios that a client played, in their order; none for a server
 */
public record ReportModel(
        Verdict verdict,
        Tally tally,
        Optional<String> stopped,
        Optional<String> stableStopped,
        RunInfo run,
        BuildInfo build,
        List<ReportedRequirement> requirements,
        List<ReportedCause> causes,
        List<UntestedGroup> untested,
        Waivers waivers,
        List<ExchangeRecord> exchanges,
        Comparisons comparisons,
        List<SceneHistory> scenes) {
    /** Copies the lists. */
    public ReportModel {
        requirements = List.copyOf(requirements);
        causes = List.copyOf(causes);
        untested = List.copyOf(untested);
        exchanges = List.copyOf(exchanges);
        scenes = List.copyOf(scenes);
    }

    /**
     * Computes what all formats show.
     *
     * @param proof how many faults each check is known to catch; empty where that is not known
     */
    public static ReportModel of(
            RunResult report, Comparisons comparisons, Contract contract, BuildInfo build, Optional<Proof> proof) {
        VolatileText volatileText = report.volatileText();
        List<Cause> causes = Causes.of(report, contract);
        Map<String, String> awaited = new HashMap<>();
        causes.forEach(cause -> cause.waiting()
                .forEach(one -> awaited.put(one.row().id(), cause.first().row().id())));
        List<ReportedRequirement> requirements = report.rows().stream()
                .map(row -> ReportedRequirement.of(report, row, contract, proof, volatileText)
                        .waitingFor(Optional.ofNullable(awaited.get(row.row().id()))))
                .toList();
        Map<String, ReportedRequirement> byId = requirements.stream()
                .collect(Collectors.toMap(ReportedRequirement::id, Function.identity(), (one, other) -> one));
        return new ReportModel(
                report.verdict(),
                report.tally(),
                report.stopped(),
                report.stopped().map(volatileText::replaceIn),
                report.stamp(),
                build,
                requirements,
                causes.stream()
                        .map(one -> ReportedCause.of(one, byId, report.exchanges(), volatileText))
                        .toList(),
                UntestedGroup.of(requirements),
                report.waivers(),
                report.exchanges(),
                comparisons,
                report.scenes());
    }

    /** Returns what differs from the stub and no cause explains. */
    public List<RequirementDiff> unexplained() {
        Set<String> explained = causes.stream()
                .flatMap(one -> Stream.concat(one.requirements().stream(), one.waiting().stream()))
                .map(ReportedRequirement::id)
                .collect(Collectors.toSet());
        return comparisons.differsFromStub().stream()
                .filter(one -> !explained.contains(one.requirement()))
                .toList();
    }

    /** Returns an exchange by its number; the first is 1. */
    public ExchangeRecord exchange(int number) {
        return exchanges.get(number - 1);
    }

    /** Returns how many requirements of a level had a result. */
    public long count(Level level, Result result) {
        return requirements.stream().filter(one -> one.is(level, result)).count();
    }

    /** Returns how many requirements of a level had a result that deviations waive. */
    public long waived(Level level, Result result) {
        return requirements.stream()
                .filter(one -> one.is(level, result) && one.isWaived())
                .count();
    }

    /** Returns the requirements that the target breaks as the service is recorded to, against its page. */
    public List<ReportedRequirement> knownContradictions() {
        return requirements.stream()
                .filter(ReportedRequirement::isKnownContradiction)
                .toList();
    }

    /** Returns the sentence that says that a part of the requirements was checked; empty where all were. */
    public Optional<String> incomplete() {
        return tally.reported() < tally.expected()
                ? Optional.of(tally.reported() + " of " + tally.expected()
                        + " requirements were checked, and a part proves no conformance")
                : Optional.empty();
    }

    /** Returns what is to be done about each deviation that is not true any more. */
    public List<String> invalidDeviations() {
        return waivers.invalid().stream().map(Waiver::message).toList();
    }

    /** Returns whether the server was a stub of this run, which ended with it. */
    public boolean ofStub() {
        return run.target() instanceof Embedded || run.target() instanceof JudgedClient;
    }

    /** Returns the name of the contract for people: that of its folder. */
    public String contract() {
        return run.contractName();
    }

    /** Returns the target for people: its base URL, behind its name where it has one; of a client its name alone. */
    public String target() {
        if (run.target() instanceof JudgedClient client) {
            return "client " + client.name();
        }
        String url = run.target().baseUrl().toString();
        return run.target().name().equals(url) ? url : run.target().name() + " at " + url;
    }
}
