package dev.tick.conformance.run;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.conformance.verdict.VerdictRules;
import dev.tick.spec.register.Level;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Findings of a run; no secret is in them.
 *
 * @param stamp what was run, when, and against what
 * @param expected how many requirements a whole run checks
 * @param rows the results, in the order of the register
 * @param stopped why the run ended before its last case, if it did
 * @param exchanges all that took place, in their order; cases name them by their number
 * @param waivers the target's known deviations with their status
 * @param scenes the scenarios that a client played, in their order; none for a server
 */
public record RunResult(
        RunInfo stamp,
        int expected,
        List<RequirementResult> rows,
        Optional<String> stopped,
        List<ExchangeRecord> exchanges,
        Waivers waivers,
        List<SceneHistory> scenes) {
    /** Copies the lists. */
    public RunResult {
        rows = List.copyOf(rows);
        exchanges = List.copyOf(exchanges);
        scenes = List.copyOf(scenes);
    }

    /** Creates the findings of a run in which no client played. */
    public RunResult(
            RunInfo stamp,
            int expected,
            List<RequirementResult> rows,
            Optional<String> stopped,
            List<ExchangeRecord> exchanges,
            Waivers waivers) {
        this(stamp, expected, rows, stopped, exchanges, waivers, List.of());
    }

    /** Returns these findings with the scenarios that a client played. */
    public RunResult withScenes(List<SceneHistory> played) {
        return new RunResult(stamp, expected, rows, stopped, exchanges, waivers, played);
    }

    /** Returns these findings of a run before which so many requests were sent, to learn which contract the target serves. */
    public RunResult after(int questions) {
        return new RunResult(stamp.after(questions), expected, rows, stopped, exchanges, waivers, scenes);
    }

    /**
     * Returns these findings with the target's known deviations applied.
     *
     * @param today the day of the run, in UTC
     */
    public RunResult waiving(Deviations deviations, LocalDate today) {
        Map<String, Map<String, Result>> results = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.row().id(),
                        row -> row.cases().stream()
                                .collect(Collectors.toMap(CaseResult::id, CaseResult::result, RunResult::worse))));
        return new RunResult(stamp, expected, rows, stopped, exchanges, deviations.judge(results, today), scenes);
    }

    /** Returns these findings with each text masked that came from the target. */
    public RunResult masked(UnaryOperator<String> text) {
        return new RunResult(
                stamp.masked(text),
                expected,
                rows.stream().map(row -> row.map(text)).toList(),
                stopped.map(text),
                exchanges.stream().map(one -> one.map(text)).toList(),
                waivers,
                scenes.stream().map(one -> one.map(text)).toList());
    }

    /** Returns the number of requirements of a level with a result. */
    public long count(Level level, Result result) {
        return rows.stream()
                .filter(one -> one.row().level() == level && one.result() == result)
                .count();
    }

    /** Returns the number of requirements whose result is waived. */
    public int waived(Result result) {
        return count(row -> row.result() == result && !remains(row, result));
    }

    /** Returns the deviation that waives a case; empty for none. */
    public Optional<Deviation> waiver(RequirementResult row, CaseResult one) {
        return waivers.of(row.row().id(), one.id(), one.result());
    }

    /** Returns the deviations that waive a requirement's result; empty while an unwaived case still has it. */
    public List<Deviation> waivers(RequirementResult row) {
        return remains(row, row.result())
                ? List.of()
                : row.cases().stream()
                        .flatMap(one -> waiver(row, one).stream())
                        .distinct()
                        .toList();
    }

    /** Returns the worst result among unwaived cases; empty if all are waived. */
    public Optional<Result> remaining(RequirementResult row) {
        return row.cases().isEmpty()
                ? Optional.of(row.result())
                : row.cases().stream()
                        .filter(one -> waiver(row, one).isEmpty())
                        .map(CaseResult::result)
                        .max(Comparator.naturalOrder());
    }

    /** Returns the numbers that the verdict is computed from; without a baseline, every failure is a new one. */
    public Tally tally() {
        int failures = count(row -> remains(row, Result.FAIL));
        int errors = count(row -> remains(row, Result.ERROR));
        return new Tally(
                expected,
                rows.size(),
                Math.toIntExact(count(Level.MUST, Result.PASS)),
                count(this::untested),
                failures,
                failures,
                waived(Result.FAIL),
                count(row -> remains(row, Result.WARN)),
                hasTrouble() ? Math.max(1, errors) : errors,
                waivers.invalid().size());
    }

    /** Returns whether the run has an error that is no row's: it ended early, or could not clean up. */
    private boolean hasTrouble() {
        return stopped.isPresent() || stamp.cleanUp().isTroubled();
    }

    /** Returns the number of requirements whose page and recordings contradict each other, and which the target meets as recorded. */
    public int knownContradictions() {
        return count(RequirementResult::isKnownContradiction);
    }

    /** Returns the verdict. */
    public Verdict verdict() {
        return VerdictRules.verdict(tally());
    }

    /** Returns what replaces the parts of this run's texts that differ from run to run. */
    public VolatileText volatileText() {
        return new VolatileText(stamp.run(), stamp.target().baseUrl());
    }

    /** Returns whether a MUST was not tested; one that was only noted was not, unless only a later edition says it. */
    private boolean untested(RequirementResult row) {
        return row.row().level() == Level.MUST
                && (remains(row, Result.NOT_TESTABLE)
                        || (remains(row, Result.NOTE) && row.row().edition().isEmpty() && !row.isKnownContradiction()));
    }

    private boolean remains(RequirementResult row, Result result) {
        return remaining(row).filter(result::equals).isPresent();
    }

    private int count(Predicate<RequirementResult> which) {
        return Math.toIntExact(rows.stream().filter(which).count());
    }

    private static Result worse(Result one, Result other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
