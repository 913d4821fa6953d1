package dev.tick.conformance.report.html;

import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cases of a requirement that passed with the same words, which are said once: most of a report is about them.
 *
 * @param title the case, or how many there are
 * @param detail what was found in each of them
 * @param lines the cases, and the exchanges that they rest on
 */
record PassedView(String title, String detail, List<Line> lines) {
    /** An exchange of a case, named at its first one; a case without any is named alone. */
    record Line(Optional<String> name, Optional<RequirementView.Link> exchange) {}

    /** Returns whether nothing but these words is to be said of a case. */
    static boolean fits(ReportedCase one) {
        return one.result() == Result.PASS
                && one.mismatches().isEmpty()
                && one.waiver().isEmpty()
                && one.story().isEmpty();
    }

    static List<PassedView> all(ReportModel model, ReportedRequirement requirement) {
        Map<String, List<ReportedCase>> byDetail = new LinkedHashMap<>();
        requirement.cases().stream()
                .filter(PassedView::fits)
                .forEach(one -> byDetail.computeIfAbsent(one.detail(), key -> new ArrayList<>())
                        .add(one));
        return byDetail.entrySet().stream()
                .map(entry -> of(model, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PassedView of(ReportModel model, String detail, List<ReportedCase> cases) {
        boolean alone = cases.size() == 1;
        List<Line> lines = new ArrayList<>();
        for (ReportedCase one : cases) {
            Optional<String> name = Optional.of(one.name()).filter(text -> !alone);
            if (one.exchanges().isEmpty()) {
                name.ifPresent(text -> lines.add(new Line(name, Optional.empty())));
            }
            for (int i = 0; i < one.exchanges().size(); i++) {
                int number = one.exchanges().get(i);
                lines.add(new Line(
                        i == 0 ? name : Optional.empty(),
                        Optional.of(new RequirementView.Link(
                                number, model.exchange(number).line()))));
            }
        }
        return new PassedView(alone ? cases.get(0).name() : cases.size() + " cases", detail, lines);
    }
}
