package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.target.Embedded;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code report.html}: one file that tells a reader who doubts the verdict what was required, sent and got.
 *
 * @param verdict in a few words
 * @param tone its colour
 * @param meaning what the verdict says, in a sentence
 * @param stamp what was run, when, and against what
 * @param gaps what was not tested, the MUSTs first
 * @param overdue deviations that are not true any more
 * @param causes what went wrong
 * @param columns the results that occurred
 * @param levels how often, by level
 * @param comparisons with the baseline and with the stub
 * @param filters what the requirements can be filtered by
 * @param requirements all of the run
 * @param exchanges all of the run
 * @param replay how to send a request again
 */
record ReportPage(
        String verdict,
        String tone,
        String meaning,
        List<Fact> stamp,
        List<Gap> gaps,
        List<String> overdue,
        List<CauseView> causes,
        List<String> columns,
        List<LevelCounts> levels,
        List<Comparison> comparisons,
        List<Filter> filters,
        List<RequirementView> requirements,
        List<ExchangeView> exchanges,
        String replay) {
    /** What went wrong in the same way. */
    record CauseView(
            String result, String tone, String sentence, Named first, boolean several, int more, List<Named> others) {}

    /** A requirement, named. */
    record Named(String id, String statement) {}

    /** The counts of a level. */
    record LevelCounts(String level, List<Count> counts) {}

    /** How many requirements had a result. */
    record Count(String level, String result, long count, boolean any) {}

    /** A choice of words to filter by. */
    record Filter(String key, String label, List<String> words) {}

    /** Of the page. */
    String title() {
        return verdict + " · Tick conformance report";
    }

    /** Whether anything was not tested. */
    boolean hasGaps() {
        return !gaps.isEmpty();
    }

    /** Whether anything went wrong. */
    boolean hasCauses() {
        return !causes.isEmpty() || !overdue.isEmpty();
    }

    static String of(Report report, Comparisons comparisons, Kit kit, Contract contract, Optional<Proof> proof) {
        List<CauseView> causes = Cause.of(report).stream().map(ReportPage::view).toList();
        ReportPage page = new ReportPage(
                report.verdict().title(),
                tone(report.verdict()),
                meaning(report),
                Fact.of(report.stamp(), kit),
                Gap.of(report),
                report.waivers().overdue().stream().map(Waiver::message).toList(),
                causes,
                occurred(report).stream().map(Result::name).toList(),
                levels(report),
                Comparison.of(comparisons),
                filters(report),
                RequirementView.all(report, contract, proof),
                ExchangeView.all(report),
                replay(report));
        return Template.render("report.html", Optional.of("report.js"), page);
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case CONFORMANT -> "good";
            case AS_FAR_AS_TESTED, WITH_DEVIATIONS -> "warn";
            case NOT_CONFORMANT, INCONCLUSIVE -> "bad";
        };
    }

    private static String meaning(Report report) {
        return report.stopped().orElseGet(() -> switch (report.verdict()) {
            case CONFORMANT -> "Every MUST was tested and honoured.";
            case AS_FAR_AS_TESTED ->
                "Every MUST that was tested was honoured. " + report.tally().mustsUntested() + " could not be tested.";
            case WITH_DEVIATIONS -> "Every MUST that is broken is a known and dated deviation.";
            case NOT_CONFORMANT ->
                report.tally().failures() == 1
                        ? "1 MUST is broken."
                        : report.tally().failures() + " MUSTs are broken.";
            case INCONCLUSIVE -> "The run proves nothing, neither for the target nor against it: " + doubt(report);
        });
    }

    private static String doubt(Report report) {
        if (report.rows().size() < report.promised()) {
            return report.rows().size() + " of " + report.promised()
                    + " requirements were checked, and a part proves no conformance.";
        }
        if (report.tally().errors() > 0) {
            return report.tally().errors() + " requirements ended in an error.";
        }
        return report.waivers().overdue().isEmpty()
                ? "no MUST was put to the test."
                : "the list of deviations is not true any more.";
    }

    private static CauseView view(Cause cause) {
        List<Named> rows = cause.rows().stream()
                .map(row -> new Named(row.row().id(), row.row().statement()))
                .toList();
        return new CauseView(
                cause.result().name(),
                RequirementView.tone(cause.result()),
                cause.sentence(),
                rows.get(0),
                rows.size() > 1,
                rows.size() - 1,
                rows.subList(1, rows.size()));
    }

    private static List<Result> occurred(Report report) {
        return Stream.of(Result.values())
                .filter(result -> report.rows().stream().anyMatch(row -> row.result() == result))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<LevelCounts> levels(Report report) {
        return Stream.of(Level.values())
                .map(level -> new LevelCounts(
                        level.name(),
                        occurred(report).stream()
                                .map(result -> new Count(
                                        level.name(),
                                        result.name(),
                                        report.count(level, result),
                                        report.count(level, result) > 0))
                                .toList()))
                .toList();
    }

    private static List<Filter> filters(Report report) {
        return List.of(
                new Filter("level", "Level", words(report, row -> row.level().name())),
                new Filter("basis", "Basis", words(report, RequirementView::basis)),
                new Filter("operation", "Operation", words(report, RequirementView::operation)));
    }

    private static List<String> words(Report report, Function<Requirement, String> word) {
        return report.rows().stream().map(RowResult::row).map(word).distinct().toList();
    }

    private static String replay(Report report) {
        return report.stamp().target() instanceof Embedded
                ? "The stub of this run is gone. Start another one (java -jar stub-server/target/tick-stub.jar --port 8080), export a"
                        + " token of it as TICK_TOKEN (its page at / says how to get one), put its URL in place, and create first what"
                        + " a request asks for."
                : "Export the tokens that a line names, such as TICK_TOKEN. A request may need what another one created: send the"
                        + " exchanges of its case in their order.";
    }
}
