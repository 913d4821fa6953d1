package dev.tick.conformance.report.html;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.run.SceneHistory;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A requirement in {@code report.html}.
 *
 * @param id opaque and stable
 * @param statement what it says
 * @param result the worst of its cases
 * @param tone of its result
 * @param level how much it binds
 * @param basis what it rests on
 * @param rests the same in a sentence
 * @param operation by which it is exercised
 * @param source where it was read
 * @param page the address of that page; empty for none
 * @param place where it stands in the contract; empty where it does not
 * @param proven how many faults of the stub its check caught; empty where that is not known
 * @param later the later edition that alone says it; empty for none
 * @param waivers why its result is waived
 * @param cases what was tried, the worst first, and about which there is something to say
 * @param passed the others
 */
record RequirementView(
        String id,
        String statement,
        String result,
        String tone,
        String level,
        String basis,
        String rests,
        String operation,
        String source,
        Optional<String> page,
        Optional<String> place,
        Optional<Integer> proven,
        Optional<String> later,
        List<String> waivers,
        List<CaseView> cases,
        List<PassedView> passed) {
    /** A case. */
    record CaseView(
            String id,
            String name,
            String result,
            String tone,
            Optional<String> detail,
            Optional<String> scenario,
            Optional<String> waiver,
            List<DifferenceView> differences,
            Optional<StoryView> story,
            List<Link> exchanges) {}

    /** Expected against got. */
    record DifferenceView(String subject, boolean named, List<DiffSegment> expected, List<DiffSegment> got) {}

    /** An exchange, linked. */
    record Link(int number, String line) {}

    static List<RequirementView> all(ReportModel model) {
        return model.requirements().stream().map(one -> of(model, one)).toList();
    }

    private static RequirementView of(ReportModel model, ReportedRequirement requirement) {
        Requirement row = requirement.row();
        return new RequirementView(
                row.id(),
                row.statement(),
                requirement.result().name(),
                tone(requirement.result()),
                row.level().name(),
                RequirementWords.basis(row),
                rests(row.basis()),
                requirement.operation(),
                RequirementWords.source(row) + " (" + row.source().state() + ")",
                row.source().url(),
                requirement.place(),
                Optional.of(requirement.faultsCaught()).filter(count -> count > 0),
                row.edition(),
                requirement.waivers().stream().map(Deviation::sentence).toList(),
                requirement.cases().stream()
                        .filter(one -> !PassedView.fits(one))
                        .sorted(Comparator.comparing(ReportedCase::result).reversed())
                        .map(one -> view(model, requirement, one))
                        .toList(),
                PassedView.all(model, requirement));
    }

    private static CaseView view(ReportModel model, ReportedRequirement requirement, ReportedCase one) {
        return new CaseView(
                one.id(),
                one.name(),
                one.result().name(),
                tone(one.result()),
                one.mismatches().isEmpty() ? Optional.of(one.detail() + see(requirement, one)) : Optional.empty(),
                scenario(model, one),
                one.waiver().map(Deviation::sentence),
                one.mismatches().stream().map(RequirementView::view).toList(),
                one.story().map(story -> StoryView.of(model, story)),
                apartFromStory(one)
                        .map(number -> new Link(number, model.exchange(number).line()))
                        .toList());
    }

    /** Returns the name of the scenario that decided a case; empty for a case of another kind. */
    private static Optional<String> scenario(ReportModel model, ReportedCase one) {
        return model.scenes().stream()
                .map(SceneHistory::name)
                .filter(one.name()::equals)
                .findFirst();
    }

    /** Returns the requirement that shows why a case could not be tested. */
    private static String see(ReportedRequirement requirement, ReportedCase one) {
        return one.result() == Result.NOT_TESTABLE
                ? requirement.awaited().map(other -> " (see " + other + ")").orElse("")
                : "";
    }

    /** Returns the exchanges of a case that its story does not tell. */
    private static Stream<Integer> apartFromStory(ReportedCase one) {
        List<Integer> told = one.story().stream()
                .flatMap(story -> story.shown().steps().stream().map(CaseStory.Step::exchange))
                .toList();
        return one.exchanges().stream().filter(number -> !told.contains(number));
    }

    static DifferenceView view(Mismatch mismatch) {
        TextDiff diff = TextDiff.of(JsonIndenter.of(mismatch.expected()), JsonIndenter.of(mismatch.got()));
        return new DifferenceView(mismatch.subject(), !mismatch.subject().isEmpty(), diff.expected(), diff.got());
    }

    static String tone(Result result) {
        return switch (result) {
            case PASS -> "good";
            case NOT_APPLICABLE, NOTE -> "quiet";
            case NOT_TESTABLE, WARN -> "warn";
            case ERROR, FAIL -> "bad";
        };
    }

    static String rests(Basis basis) {
        return switch (basis) {
            case DOCUMENTED -> "the API's own page of this edition says it";
            case FAMILY -> "a later or sibling page of the same family says it";
            case HTTP -> "HTTP, JSON, bearer tokens or OAuth ask it of any such server";
            case OBSERVED -> "recorded traffic or shipped clients show it";
            case INFERRED -> "the kit's authors conclude it from the pages";
            case OPEN -> "nobody has shown what the service does";
        };
    }
}
