package dev.tick.conformance.report.html;

import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.report.model.ComparisonView;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.conformance.report.model.RunFact;
import dev.tick.conformance.report.model.UntestedGroup;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.register.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of {@code report.html}.
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
 * @param scenes the scenarios that a client played; empty for a server
 * @param filters what the requirements can be filtered by
 * @param requirements all of the run
 * @param exchanges all of the run
 * @param replay how to send a request again
 */
record ReportPage(
        String verdict,
        String tone,
        String meaning,
        List<RunFact> stamp,
        List<UntestedGroup> gaps,
        List<String> overdue,
        List<CauseView> causes,
        List<String> columns,
        List<LevelCounts> levels,
        List<ComparisonSection> comparisons,
        Optional<ScenesView> scenes,
        List<RequirementFilter> filters,
        List<RequirementView> requirements,
        List<ExchangeView> exchanges,
        String replay) {
    /** The counts of a level. */
    record LevelCounts(String level, List<Count> counts) {}

    /** The number of requirements with a result. */
    record Count(String level, String result, long count, boolean any) {}

    /** A comparison with another run, which is called {@code before}. */
    record ComparisonSection(
            String anchor, String title, boolean none, int count, List<ComparisonView> rows, String before) {}

    /** A choice of words to filter by. */
    record RequirementFilter(String key, String label, List<String> words) {}

    /** Returns the title of the page. */
    String title() {
        return verdict + " · Tick conformance report";
    }

    /** Returns how many requirements there are. */
    int total() {
        return requirements.size();
    }

    /** Returns how many exchanges there are. */
    int sent() {
        return exchanges.size();
    }

    /** Returns whether anything was not tested. */
    boolean hasGaps() {
        return !gaps.isEmpty();
    }

    /** Returns whether anything went wrong. */
    boolean hasCauses() {
        return !causes.isEmpty() || !overdue.isEmpty();
    }

    static String of(ReportModel model) {
        ReportPage page = new ReportPage(
                model.verdict().title(),
                tone(model.verdict()),
                meaning(model),
                RunFact.of(model.run(), model.build()),
                model.untested(),
                model.invalidDeviations(),
                CauseView.all(model),
                occurred(model).stream().map(Result::name).toList(),
                levels(model),
                comparisons(model),
                ScenesView.of(model),
                filters(model),
                RequirementView.all(model),
                ExchangeView.all(model),
                replay(model));
        return PageTemplate.render("report.html", Optional.of("report.js"), page);
    }

    private static List<ComparisonSection> comparisons(ReportModel model) {
        List<ComparisonSection> sections = new ArrayList<>();
        model.comparisons()
                .changes()
                .ifPresent(changes -> sections.add(new ComparisonSection(
                        "baseline",
                        "Changed since " + changes.since(),
                        changes.differences().isEmpty(),
                        changes.differences().size(),
                        ComparisonView.of(changes.differences()),
                        "Then")));
        List<RequirementDiff> unexplained = model.unexplained();
        if (!unexplained.isEmpty()) {
            sections.add(new ComparisonSection(
                    "stub",
                    "Differs from the stub",
                    false,
                    unexplained.size(),
                    ComparisonView.of(unexplained),
                    "The stub"));
        }
        return sections;
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case CONFORMANT -> "good";
            case AS_FAR_AS_TESTED, WITH_DEVIATIONS -> "warn";
            case NOT_CONFORMANT, INCONCLUSIVE -> "bad";
        };
    }

    private static String meaning(ReportModel model) {
        return model.stopped().orElseGet(() -> sentence(model) + contradictions(model));
    }

    private static String contradictions(ReportModel model) {
        List<ReportedRequirement> known = model.knownContradictions();
        return known.isEmpty()
                ? ""
                : known.stream()
                        .map(ReportedRequirement::id)
                        .collect(Collectors.joining(
                                ", ",
                                " Not honoured, as the service itself is recorded, and so nobody's failure: ",
                                "."));
    }

    private static String sentence(ReportModel model) {
        return switch (model.verdict()) {
            case CONFORMANT -> "Every MUST was tested and honoured.";
            case AS_FAR_AS_TESTED ->
                "Every MUST that was tested was honoured. " + model.tally().mustsUntested() + " could not be tested.";
            case WITH_DEVIATIONS -> "Every MUST that is broken is a known and dated deviation.";
            case NOT_CONFORMANT ->
                model.tally().failures() == 1
                        ? "1 MUST is broken."
                        : model.tally().failures() + " MUSTs are broken.";
            case INCONCLUSIVE -> "The run proves nothing, neither for the target nor against it: " + doubt(model);
        };
    }

    private static String doubt(ReportModel model) {
        if (model.incomplete().isPresent()) {
            return model.incomplete().get() + ".";
        }
        if (model.tally().errors() > 0) {
            return model.tally().errors() + " requirements ended in an error.";
        }
        return model.invalidDeviations().isEmpty()
                ? "no MUST was put to the test."
                : "the list of deviations is not true any more.";
    }

    private static List<Result> occurred(ReportModel model) {
        return Stream.of(Result.values())
                .filter(result -> model.requirements().stream().anyMatch(one -> one.result() == result))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<LevelCounts> levels(ReportModel model) {
        return Stream.of(Level.values())
                .map(level -> new LevelCounts(
                        level.name(),
                        occurred(model).stream()
                                .map(result -> new Count(
                                        level.name(),
                                        result.name(),
                                        model.count(level, result),
                                        model.count(level, result) > 0))
                                .toList()))
                .toList();
    }

    private static List<RequirementFilter> filters(ReportModel model) {
        return List.of(
                new RequirementFilter(
                        "level", "Level", words(model, one -> one.row().level().name())),
                new RequirementFilter("basis", "Basis", words(model, one -> RequirementWords.basis(one.row()))),
                new RequirementFilter("operation", "Operation", words(model, ReportedRequirement::operation)));
    }

    private static List<String> words(ReportModel model, Function<ReportedRequirement, String> word) {
        return model.requirements().stream().map(word).distinct().toList();
    }

    private static String replay(ReportModel model) {
        return model.ofStub()
                ? "The stub of this run is gone. Start another one (java -jar stub-server/target/tick-stub.jar --port 8080), export a"
                        + " token of it as TICK_TOKEN (its page at / says how to get one), put its URL in place, and create first what"
                        + " a request asks for."
                : "Export the tokens that a line names, such as TICK_TOKEN. A request may need what another one created: send the"
                        + " exchanges of its case in their order.";
    }
}
