package dev.tick.conformance.report.html;

import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCause;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.conformance.report.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cause in {@code report.html}.
 *
 * @param number its place; the first is 1
 * @param result the worst result of its requirements
 * @param tone of the result
 * @param sentence what is wrong
 * @param first the requirement that shows it best
 * @param difference expected against got
 * @param shown the exchange that shows it
 * @param others the other requirements that it broke
 * @param waiting the requirements that could not be tested because of it
 * @param ticket the cause as text
 */
record CauseView(
        int number,
        String result,
        String tone,
        String sentence,
        Named first,
        Optional<RequirementView.DifferenceView> difference,
        Optional<Shown> shown,
        Optional<Fold> others,
        Optional<Fold> waiting,
        String ticket) {
    /** A requirement, named, with the page where it was read. */
    record Named(String id, String statement, String source, Optional<String> page) {
        static Named of(ReportedRequirement requirement) {
            return new Named(
                    requirement.id(),
                    requirement.row().statement(),
                    RequirementWords.source(requirement.row()),
                    requirement.row().source().url());
        }
    }

    /** The exchange that shows it. */
    record Shown(int number, String request, String answer) {}

    /** Requirements, counted. */
    record Fold(int count, String word, List<Named> rows) {}

    static List<CauseView> all(ReportModel model) {
        List<CauseView> views = new ArrayList<>();
        for (ReportedCause one : model.causes()) {
            views.add(of(model, one, views.size() + 1));
        }
        return views;
    }

    private static CauseView of(ReportModel model, ReportedCause reported, int number) {
        return new CauseView(
                number,
                reported.cause().result().name(),
                RequirementView.tone(reported.cause().result()),
                reported.cause().sentence(),
                Named.of(reported.first()),
                reported.cause().mismatch().map(RequirementView::view),
                reported.exchange()
                        .map(one -> new Shown(
                                one.number(),
                                one.request().method() + " " + one.request().path(),
                                Ticket.answer(one))),
                fold(reported.others()),
                fold(reported.waiting()),
                Ticket.of(model, reported));
    }

    private static Optional<Fold> fold(List<ReportedRequirement> requirements) {
        return Optional.of(new Fold(
                        requirements.size(),
                        requirements.size() == 1 ? "requirement" : "requirements",
                        requirements.stream().map(Named::of).toList()))
                .filter(one -> one.count() > 0);
    }
}
