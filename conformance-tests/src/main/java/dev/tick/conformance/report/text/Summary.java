package dev.tick.conformance.report.text;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.comparison.BaselineDiff;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.model.ComparisonView;
import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCause;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RunFact;
import dev.tick.conformance.subject.JudgedClient;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results for people: a few lines for the console, and all requirements for {@code summary.txt}. */
public final class Summary implements ReportFormat {
    /** A console shows so much at a glance; the report has the rest. */
    private static final int FAILURES = 10;

    private static final int UNTESTED = 20;
    private static final int REASONS = 6;

    private final Path directory;

    /**
     * Creates a summary that says where the report lies.
     *
     * @param directory of the report
     */
    public Summary(Path directory) {
        this.directory = directory;
    }

    @Override
    public String file() {
        return "summary.txt";
    }

    /** Returns the lines of the console, a line for each requirement, and what the stub does otherwise. */
    @Override
    public String render(ReportModel model) {
        List<String> lines = new ArrayList<>(console(model, ConsoleStyle.PLAIN));
        model.run().notes().forEach(note -> lines.add("  note: " + VisibleText.line(note)));
        lines.add("");
        model.requirements().forEach(one -> lines.add(line(one)));
        List<RequirementDiff> differences = model.unexplained();
        if (!differences.isEmpty()) {
            lines.add("");
            lines.add("Differs from the stub, and no cause above explains it: "
                    + count(differences.size(), "requirement"));
            lines.addAll(lines(differences, "stub", "here"));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the verdict, the counts and where the results lie; then each cause of failures once. */
    public List<String> console(ReportModel model, ConsoleStyle style) {
        List<String> lines = new ArrayList<>();
        lines.add("Verdict: " + verdict(model, style) + " (" + model.target() + ", " + model.contract() + ")");
        model.stopped().ifPresent(reason -> lines.add("  " + VisibleText.line(reason)));
        int untested = model.tally().mustsUntested();
        if (untested > 0 && model.stopped().isEmpty()) {
            lines.add("  " + untested + " MUST not tested: " + ids(untested(model), UNTESTED));
        }
        model.incomplete().ifPresent(sentence -> lines.add("  " + sentence));
        for (Level level : Level.values()) {
            lines.add("  " + counts(model, level));
        }
        if (model.stopped().isEmpty()) {
            model.untested().stream()
                    .limit(REASONS)
                    .forEach(one -> lines.add("  not tested: " + one.tally() + ": " + VisibleText.line(one.reason())));
            int more = model.untested().size() - REASONS;
            if (more > 0) {
                lines.add("  not tested for " + count(more, "more reason") + ", which the report has");
            }
        }
        List<ReportedRequirement> contradictions = model.knownContradictions();
        if (!contradictions.isEmpty()) {
            lines.add("  known contradictions of page and recordings: " + contradictions.size() + ": "
                    + ids(contradictions, UNTESTED));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  %d requests in %.1f s%s; report: %s",
                model.run().requests(),
                model.run().duration().toMillis() / 1000.0,
                RunFact.questions(model.run()),
                directory.resolve("report.html")));
        CleanUpReport cleanUp = model.run().cleanUp();
        if (!cleanUp.equals(CleanUpReport.ofNothing())) {
            cleanUp.earlier().forEach(sentence -> lines.add("  " + VisibleText.line(sentence)));
            cleanUp.sentences()
                    .forEach(sentence -> lines.add("  "
                            + (cleanUp.isTroubled() ? style.bad("ERROR") + " " : "")
                            + VisibleText.line(sentence)));
        }
        ExplorationPlan explored = model.run().exploration();
        if (!explored.equals(ExplorationPlan.standard()) && !(model.run().target() instanceof JudgedClient)) {
            lines.add("  explored: " + RunFact.explored(explored));
        }
        model.invalidDeviations().forEach(message -> lines.add("  " + style.bad("REMOVE") + " " + message));
        failures(model, style, lines);
        model.comparisons().changes().ifPresent(changes -> lines.addAll(lines(changes)));
        return lines;
    }

    private static String verdict(ReportModel model, ConsoleStyle style) {
        String title = model.verdict().title();
        return switch (model.verdict()) {
            case CONFORMANT -> style.good(title);
            case AS_FAR_AS_TESTED, WITH_DEVIATIONS -> style.doubtful(title);
            case NOT_CONFORMANT, INCONCLUSIVE -> style.bad(title);
        };
    }

    private static void failures(ReportModel model, ConsoleStyle style, List<String> lines) {
        // Why a run was stopped stands above, and is no finding.
        List<ReportedCause> causes = model.causes().stream()
                .filter(one -> model.stopped().isEmpty() || one.cause().result() != Result.ERROR)
                .toList();
        CauseLines told = new CauseLines(model, style);
        causes.stream().limit(FAILURES).forEach(one -> lines.addAll(told.of(one)));
        if (causes.size() > FAILURES) {
            lines.add("  … and " + (causes.size() - FAILURES) + " more; see the report");
        }
        model.requirements().stream().filter(ReportedRequirement::isWaived).forEach(one -> lines.add("  " + line(one)));
    }

    private static List<ReportedRequirement> untested(ReportModel model) {
        return model.requirements().stream()
                .filter(one -> one.row().level() == Level.MUST && one.result() == Result.NOT_TESTABLE)
                .toList();
    }

    static String ids(List<ReportedRequirement> requirements, int most) {
        String ids =
                requirements.stream().limit(most).map(ReportedRequirement::id).collect(Collectors.joining(" "));
        return requirements.size() <= most ? ids : ids + " and " + (requirements.size() - most) + " more";
    }

    private static String line(ReportedRequirement requirement) {
        String waivers = requirement.waivers().stream()
                .map(one -> " | waived: " + one.sentence())
                .collect(Collectors.joining());
        return VisibleText.line(requirement.result() + (requirement.isWaived() ? " (waived) " : " ") + requirement.id()
                + " " + requirement.row().statement()
                + (requirement.result() == Result.PASS ? "" : " | " + requirement.explanation()) + waivers);
    }

    private static String counts(ReportModel model, Level level) {
        return String.format(Locale.ROOT, "%-6s ", level)
                + Stream.of(Result.values())
                        .filter(result -> model.count(level, result) > 0)
                        .map(result -> model.count(level, result) + " " + result + waived(model.waived(level, result)))
                        .collect(Collectors.joining(", "));
    }

    private static String waived(long count) {
        return count == 0 ? "" : " (" + count + " waived)";
    }

    private static List<String> lines(BaselineDiff changes) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Since " + changes.since() + ": " + count(changes.differences().size(), "requirement") + " changed, "
                        + count(changes.newFailures(), "new failure"));
        lines.addAll(lines(changes.differences(), "then", "now"));
        return lines;
    }

    private static List<String> lines(List<RequirementDiff> differences, String before, String now) {
        List<String> lines = new ArrayList<>();
        for (ComparisonView one : ComparisonView.of(differences)) {
            lines.add("  " + one.id() + " " + one.was() + " -> " + one.now());
            one.cases()
                    .forEach(ofCase -> lines.add("    " + ofCase.id() + " | " + before + ": "
                            + VisibleText.line(ofCase.was()) + " | " + now + ": " + VisibleText.line(ofCase.now())));
        }
        return lines;
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
