package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Changes;
import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.baseline.Difference;
import dev.tick.conformance.baseline.Seen;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs from another run, in {@code report.html}.
 *
 * @param anchor of its section
 * @param title of its section
 * @param none whether nothing differs
 * @param rows the requirements that differ
 * @param before what the other run is called
 */
record Comparison(String anchor, String title, boolean none, List<Differing> rows, String before) {
    /** A requirement that differs. */
    record Differing(String id, String was, String now, List<DifferingCase> cases) {}

    /** A case that differs. */
    record DifferingCase(String id, String was, String now) {}

    /** With the baseline and with the stub, as far as there is anything to tell. */
    static List<Comparison> of(Comparisons comparisons) {
        List<Comparison> all = new ArrayList<>();
        comparisons.changes().map(Comparison::since).ifPresent(all::add);
        if (!comparisons.differsFromStub().isEmpty()) {
            all.add(new Comparison(
                    "stub", "Differs from the stub", false, differing(comparisons.differsFromStub()), "The stub"));
        }
        return all;
    }

    private static Comparison since(Changes changes) {
        return new Comparison(
                "baseline",
                "Changed since " + changes.since(),
                changes.differences().isEmpty(),
                differing(changes.differences()),
                "Then");
    }

    private static List<Differing> differing(List<Difference> differences) {
        return differences.stream()
                .map(one -> new Differing(
                        one.requirement(),
                        one.before().map(Result::name).orElse("none"),
                        one.now().map(Result::name).orElse("none"),
                        one.cases().stream()
                                .map(ofCase ->
                                        new DifferingCase(ofCase.id(), text(ofCase.before()), text(ofCase.now())))
                                .toList()))
                .toList();
    }

    private static String text(Optional<Seen> seen) {
        return seen.map(one -> one.result() + ", " + one.detail()).orElse("none");
    }
}
