package dev.tick.conformance.report.html;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RunFact;
import dev.tick.conformance.run.SceneHistory;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scenario in {@code report.html}: what the client sent, when, what it got, what was required, and where it went wrong.
 *
 * @param name of the scenario
 * @param about what the service does
 * @param result the worst of its rows; empty where it decides none
 * @param wrong whether something went wrong that no deviation waives
 * @param facts what was asked for, and how the client ended
 * @param calls in their order
 * @param rules the rows that it decides, and those that one of its calls broke
 * @param output the last of what the client printed; empty where it did its work
 * @param command that runs it alone
 */
record SceneView(
        String name,
        String about,
        Optional<Badge> result,
        boolean wrong,
        List<RunFact> facts,
        List<CallView> calls,
        List<RuleView> rules,
        Optional<String> output,
        String command) {
    private static final double MILLIS = 1000.0;

    /** A result and its tone. */
    record Badge(String word, String tone) {}

    /** A call: the exchange in the report, or a call of the token endpoint. */
    record CallView(
            String at,
            Optional<Integer> exchange,
            String sent,
            String got,
            Optional<String> step,
            Optional<String> work,
            List<String> broken) {}

    /** A row: what it says, what the scenario requires for it, and what came of that. */
    record RuleView(
            String id,
            String level,
            String statement,
            Badge result,
            Optional<String> required,
            String detail,
            Optional<String> waiver) {}

    /** A case of a row that the scenario, or one of its calls, decided. */
    private record Decided(ReportedRequirement row, ReportedCase found, Optional<String> required) {
        boolean isWrong() {
            return found.result().compareTo(Result.WARN) >= 0 && found.waiver().isEmpty();
        }
    }

    /** Returns whether the client made no call. */
    boolean silent() {
        return calls.isEmpty();
    }

    static List<SceneView> all(ReportModel model) {
        return model.scenes().stream().map(scene -> of(model, scene)).toList();
    }

    private static SceneView of(ReportModel model, SceneHistory scene) {
        List<Decided> decided = decided(model, scene);
        return new SceneView(
                scene.name(),
                scene.about(),
                decided.stream()
                        .map(one -> one.found().result())
                        .max(Comparator.naturalOrder())
                        .map(SceneView::badge),
                decided.stream().anyMatch(Decided::isWrong),
                facts(scene),
                scene.calls().stream().map(call -> view(model, call)).toList(),
                views(decided),
                scene.end().output(),
                SceneCommand.of(model.run(), scene));
    }

    private static Badge badge(Result result) {
        return new Badge(result.name(), RequirementView.tone(result));
    }

    /** Returns the cases of its rules, and behind them those of the other rows that its calls broke. */
    private static List<Decided> decided(ReportModel model, SceneHistory scene) {
        List<Decided> decided = new ArrayList<>();
        for (SceneHistory.Rule rule : scene.rules()) {
            for (ReportedRequirement row : model.requirements()) {
                row.cases().stream()
                        .filter(one -> one.id().equals(rule.caseOf(scene)))
                        .forEach(one -> decided.add(new Decided(row, one, Optional.of(rule.required()))));
            }
        }
        for (SceneHistory.Call call : scene.calls()) {
            for (ReportedRequirement row : model.requirements()) {
                boolean told = decided.stream().anyMatch(one -> one.row().id().equals(row.id()));
                if (call.broken().contains(row.id()) && !told) {
                    row.cases().stream()
                            .filter(one -> call.exchange()
                                    .filter(one.exchanges()::contains)
                                    .isPresent())
                            .findFirst()
                            .ifPresent(one -> decided.add(new Decided(row, one, Optional.empty())));
                }
            }
        }
        return decided;
    }

    /** Returns the rows; what is said of several is said once. */
    private static List<RuleView> views(List<Decided> decided) {
        List<RuleView> views = new ArrayList<>();
        for (Decided one : decided) {
            String detail = one.found().detail();
            views.add(new RuleView(
                    one.row().id(),
                    one.row().row().level().name(),
                    one.row().row().statement(),
                    badge(one.found().result()),
                    one.required(),
                    views.stream()
                            .filter(other -> other.detail().equals(detail))
                            .findFirst()
                            .map(other -> "as for " + other.id())
                            .orElse(detail),
                    one.found().waiver().map(Deviation::sentence)));
        }
        return views;
    }

    private static List<RunFact> facts(SceneHistory scene) {
        List<RunFact> facts = new ArrayList<>();
        facts.add(new RunFact("Steps", scene.steps()));
        scene.unmet().forEach(step -> facts.add(new RunFact("Not met", step)));
        facts.add(new RunFact("Work", String.join("; ", scene.work())));
        facts.add(new RunFact("End", "the client " + scene.end().words()));
        if (scene.forgotten() > 0) {
            facts.add(new RunFact(
                    "Forgotten", "the first " + scene.forgotten() + " calls, of which the journal keeps none"));
        }
        return facts;
    }

    private static CallView view(ReportModel model, SceneHistory.Call call) {
        return new CallView(
                String.format(Locale.ROOT, "+%.3f s", call.after().toMillis() / MILLIS),
                call.exchange(),
                call.exchange()
                        .map(number -> model.exchange(number).request())
                        .map(request -> request.method() + " " + request.path())
                        .orElse("call of the token endpoint"),
                call.got(),
                call.step(),
                call.work(),
                call.broken());
    }
}
