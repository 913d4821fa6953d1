package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results for people: a few lines for the console, and all rows for {@code summary.txt}. */
final class Summary {
    private Summary() {}

    /** The verdict, what decided it, the counts, and where the results lie. */
    static List<String> console(Report report, Comparisons comparisons, Path directory) {
        List<String> lines = new ArrayList<>();
        int untested = report.tally().mustsUntested();
        if (untested > 0) {
            lines.add(untested + " MUST not tested: " + ids(report, Level.MUST, Result.NOT_TESTABLE));
        }
        lines.add("Verdict: " + report.verdict().title() + " ("
                + place(report.stamp().target()) + ")");
        report.stopped().ifPresent(reason -> lines.add("  " + reason));
        if (report.stopped().isEmpty()) {
            report.rows().stream()
                    .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                    .sorted(Comparator.comparing(RowResult::result).reversed())
                    .forEach(row -> lines.add("  " + line(report, row)));
        }
        if (report.rows().size() < report.promised()) {
            lines.add("  " + report.rows().size() + " of " + report.promised()
                    + " requirements were checked, and a part proves no conformance");
        }
        report.waivers().overdue().stream().map(Waiver::message).forEach(message -> lines.add("  " + message));
        for (Level level : Level.values()) {
            lines.add("  " + counts(report, level));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  %d requests in %.1f s; results: %s",
                report.stamp().requests(),
                report.stamp().duration().toMillis() / 1000.0,
                directory.resolve("results.json")));
        comparisons.changes().ifPresent(changes -> lines.addAll(ComparisonLines.since(changes)));
        return lines;
    }

    /** What the console says, a line for each requirement, and what the stub does otherwise. */
    static String text(Report report, Comparisons comparisons, Path directory) {
        List<String> lines = new ArrayList<>(console(report, comparisons, directory));
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
        return row.result() + (waivers.isEmpty() ? " " : " (waived) ")
                + row.row().id() + " " + row.row().statement()
                + (row.result() == Result.PASS ? "" : " | " + row.detail()) + reasons;
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

    private static String ids(Report report, Level level, Result result) {
        return report.rows().stream()
                .filter(row -> row.row().level() == level && row.result() == result)
                .map(row -> row.row().id())
                .collect(Collectors.joining(" "));
    }
}
