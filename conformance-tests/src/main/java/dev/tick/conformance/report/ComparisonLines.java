package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Changes;
import dev.tick.conformance.baseline.Difference;
import dev.tick.conformance.baseline.Seen;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run is compared with, in lines for people. */
final class ComparisonLines {
    private static final String NONE = "none";

    private ComparisonLines() {}

    /** What changed since the baseline. */
    static List<String> since(Changes changes) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Since " + changes.since() + ": " + count(changes.differences().size(), "requirement") + " changed, "
                        + count(changes.newFailures(), "new failure"));
        changes.differences().forEach(one -> lines.addAll(lines(one, "then", "now")));
        return lines;
    }

    /** What the target does otherwise than the stub. */
    static List<String> fromStub(List<Difference> differences) {
        List<String> lines = new ArrayList<>();
        if (!differences.isEmpty()) {
            lines.add("Differs from the stub: " + count(differences.size(), "requirement"));
            differences.forEach(one -> lines.addAll(lines(one, "stub", "here")));
        }
        return lines;
    }

    private static List<String> lines(Difference difference, String before, String now) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + difference.requirement() + " " + name(difference.before()) + " -> " + name(difference.now()));
        for (Difference.OfCase one : difference.cases()) {
            lines.add("    " + one.id() + " | " + before + ": " + text(one.before()) + " | " + now + ": "
                    + text(one.now()));
        }
        return lines;
    }

    private static String name(Optional<Result> result) {
        return result.map(Result::name).orElse(NONE);
    }

    private static String text(Optional<Seen> seen) {
        return seen.map(one -> one.result() + ", " + Visible.line(one.detail())).orElse(NONE);
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
