package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.console.Style;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results for people: a few lines for the console, and all rows for {@code summary.txt}. */
final class Summary {
    /** A console shows so much at a glance; the report has the rest. */
    private static final int CAUSES = 10;

    private static final int UNTESTED = 20;
    private static final int OTHERS = 6;

    private Summary() {}

    /** The verdict, the counts and where the results lie; then what went wrong, each cause once. */
    static List<String> console(Report report, Comparisons comparisons, Path directory, Style style) {
        List<String> lines = new ArrayList<>();
        String title = report.verdict().title();
        lines.add("Verdict: " + tone(report, style).apply(title) + " ("
                + place(report.stamp().target()) + ")");
        report.stopped().ifPresent(reason -> lines.add("  " + Visible.line(reason)));
        int untested = report.tally().mustsUntested();
        if (untested > 0 && report.stopped().isEmpty()) {
            lines.add("  " + untested + " MUST not tested: " + ids(untested(report), UNTESTED));
        }
        if (report.rows().size() < report.promised()) {
            lines.add("  " + report.rows().size() + " of " + report.promised()
                    + " requirements were checked, and a part proves no conformance");
        }
        for (Level level : Level.values()) {
            lines.add("  " + counts(report, level));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  %d requests in %.1f s; report: %s",
                report.stamp().requests(),
                report.stamp().duration().toMillis() / 1000.0,
                directory.resolve("report.html")));
        report.waivers().overdue().stream()
                .map(Waiver::message)
                .forEach(message -> lines.add("  " + style.bad("REMOVE") + " " + message));
        if (report.stopped().isEmpty()) {
            causes(report, style, lines);
        }
        comparisons.changes().ifPresent(changes -> lines.addAll(ComparisonLines.since(changes)));
        return lines;
    }

    private static UnaryOperator<String> tone(Report report, Style style) {
        return switch (report.verdict()) {
            case CONFORMANT -> style::good;
            case AS_FAR_AS_TESTED, WITH_DEVIATIONS -> style::doubtful;
            case NOT_CONFORMANT, INCONCLUSIVE -> style::bad;
        };
    }

    private static void causes(Report report, Style style, List<String> lines) {
        List<Cause> causes = Cause.of(report);
        for (Cause cause : causes.subList(0, Math.min(CAUSES, causes.size()))) {
            Requirement row = cause.rows().get(0).row();
            String result = cause.result() == Result.WARN
                    ? style.doubtful("WARN")
                    : style.bad(cause.result().name());
            lines.add("  " + result + " " + row.id() + " " + row.statement() + " | " + Visible.line(cause.sentence()));
            if (cause.rows().size() > 1) {
                List<RowResult> others = cause.rows().subList(1, cause.rows().size());
                lines.add("       and " + others.size() + " more in the same way: " + ids(others, OTHERS));
            }
        }
        if (causes.size() > CAUSES) {
            lines.add("  … and " + (causes.size() - CAUSES) + " more; see the report");
        }
        report.rows().stream()
                .filter(row -> !report.waivers(row).isEmpty())
                .forEach(row -> lines.add("  " + line(report, row)));
    }

    private static List<RowResult> untested(Report report) {
        return report.rows().stream()
                .filter(row -> row.row().level() == Level.MUST && row.result() == Result.NOT_TESTABLE)
                .toList();
    }

    private static String ids(List<RowResult> rows, int most) {
        String ids = rows.stream().limit(most).map(row -> row.row().id()).collect(Collectors.joining(" "));
        return rows.size() <= most ? ids : ids + " and " + (rows.size() - most) + " more";
    }

    /** What the console says, a line for each requirement, and what the stub does otherwise. */
    static String text(Report report, Comparisons comparisons, Path directory) {
        List<String> lines = new ArrayList<>(console(report, comparisons, directory, Style.PLAIN));
        lines.add("");
        report.rows().forEach(row -> lines.add(line(report, row)));
        List<String> fromStub = ComparisonLines.fromStub(comparisons.differsFromStub());
        if (!fromStub.isEmpty()) {
            lines.add("");
            lines.addAll(fromStub);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String place(Target target) {
        String url = target.baseUrl().toString();
        return target.name().equals(url) ? url : target.name() + " at " + url;
    }

    private static String line(Report report, RowResult row) {
        List<Deviation> waivers = report.waivers(row);
        String reasons = waivers.stream()
                .map(one -> " | waived until " + one.expires() + ": " + one.reason() + " (" + one.link() + ")")
                .collect(Collectors.joining());
        String line = row.result() + (waivers.isEmpty() ? " " : " (waived) ")
                + row.row().id() + " " + row.row().statement()
                + (row.result() == Result.PASS ? "" : " | " + row.detail()) + reasons;
        return Visible.line(line);
    }

    private static String counts(Report report, Level level) {
        return String.format(Locale.ROOT, "%-6s ", level)
                + Stream.of(Result.values())
                        .filter(result -> report.count(level, result) > 0)
                        .map(result -> report.count(level, result) + " " + result + waived(report, level, result))
                        .collect(Collectors.joining(", "));
    }

    private static String waived(Report report, Level level, Result result) {
        long waived = report.rows().stream()
                .filter(row -> row.row().level() == level && row.result() == result)
                .filter(row -> !report.waivers(row).isEmpty())
                .count();
        return waived == 0 ? "" : " (" + waived + " waived)";
    }
}
