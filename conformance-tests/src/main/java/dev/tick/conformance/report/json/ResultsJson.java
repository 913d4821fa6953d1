package dev.tick.conformance.report.json;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.comparison.CaseSnapshot;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.report.model.BuildInfo;
import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedCause;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.conformance.report.model.RunFact;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results for programs ({@code results.json}); no token is in them. What changes from run to run has placeholders, except in the
 * exchanges, which are as they took place. {@code results-1.schema.json} describes every field.
 */
public final class ResultsJson implements ReportFormat {
    /** Version of the format; a new field raises the second number, any other change the first. docs/results.md lists them. */
    private static final String FORMAT = "1.6";

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String file() {
        return "results.json";
    }

    @Override
    public String render(ReportModel model) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("verdict", model.verdict().title());
        run(root, model.run(), model.build());
        model.stableStopped().ifPresent(reason -> root.put("stopped", reason));
        counts(root, model);
        ArrayNode deviations = root.putArray("deviations");
        model.waivers().all().forEach(one -> add(deviations.addObject(), one));
        ArrayNode causes = root.putArray("causes");
        model.causes().forEach(one -> add(causes.addObject(), one));
        ArrayNode requirements = root.putArray("requirements");
        model.requirements().forEach(one -> add(requirements.addObject(), one));
        ArrayNode exchanges = root.putArray("exchanges");
        model.exchanges().forEach(one -> add(exchanges.addObject(), one));
        add(root, model.comparisons());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void run(ObjectNode root, RunInfo run, BuildInfo build) {
        root.put("kit", build.version());
        root.put("commit", build.commit());
        root.put("contract", run.contract());
        root.put("edition", run.edition());
        root.put("target", run.target().name());
        root.put("baseUrl", run.target().baseUrl().toString());
        ArrayNode capabilities = root.putArray("capabilities");
        RunFact.capabilities(run).forEach(capabilities::add);
        ArrayNode tokens = root.putArray("tokens");
        RunFact.tokens(run).forEach(tokens::add);
        root.put("run", run.run());
        root.put("started", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("milliseconds", run.duration().toMillis());
        root.put("requests", run.requests());
        if (run.questions() > 0) {
            root.put("questions", run.questions());
        }
        root.put("explore", run.exploration().size().requests());
        root.put("seed", run.exploration().seed());
        if (!run.notes().isEmpty()) {
            VolatileText stable = new VolatileText(run.run(), run.target().baseUrl());
            ArrayNode notes = root.putArray("notes");
            run.notes().forEach(note -> notes.add(stable.replaceIn(note)));
        }
        if (!run.cleanUp().equals(CleanUpReport.ofNothing())) {
            cleanUp(root.putObject("cleanUp"), run.cleanUp());
        }
        root.put("masked", run.redaction() == Redaction.MASKED);
    }

    private static void cleanUp(ObjectNode node, CleanUpReport done) {
        node.put("removed", done.removed());
        texts(node, "staying", done.staying());
        done.lastEnd().ifPresent(end -> node.put("lastEnd", end.toString()));
        texts(node, "endless", done.endless());
        texts(node, "unsure", done.unsure());
        texts(node, "troubles", done.troubles());
        texts(node, "earlier", done.earlier());
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        ArrayNode array = node.putArray(name);
        texts.forEach(array::add);
    }

    private static void counts(ObjectNode root, ReportModel model) {
        root.put("promised", model.tally().expected());
        ObjectNode counts = root.putObject("counts");
        for (Level level : Level.values()) {
            ObjectNode ofLevel = counts.putObject(level.name().toLowerCase(Locale.ROOT));
            for (Result result : Result.values()) {
                ofLevel.put(result.name(), model.count(level, result));
            }
        }
        root.put("knownContradictions", model.knownContradictions().size());
        ObjectNode waived = root.putObject("waived");
        for (Result result : List.of(Result.FAIL, Result.WARN)) {
            waived.put(
                    result.name(),
                    Stream.of(Level.values())
                            .mapToLong(level -> model.waived(level, result))
                            .sum());
        }
    }

    private static void add(ObjectNode node, Waiver waiver) {
        Deviation deviation = waiver.deviation();
        node.put("file", deviation.file());
        node.put("line", deviation.line());
        node.put("id", deviation.requirement());
        deviation.caseId().ifPresent(one -> node.put("case", one));
        node.put("standing", waiver.status().name());
        node.put("reason", deviation.reason());
        node.put("link", deviation.link());
        node.put("owner", deviation.owner());
        node.put("opened", deviation.opened().toString());
        node.put("expires", deviation.expires().toString());
    }

    private static void add(ObjectNode node, ReportedCause cause) {
        node.put("result", cause.cause().result().name());
        node.put("sentence", cause.stableSentence());
        ArrayNode requirements = node.putArray("requirements");
        cause.requirements().forEach(one -> requirements.add(one.id()));
        ArrayNode waiting = node.putArray("waiting");
        cause.waiting().forEach(one -> waiting.add(one.id()));
        cause.exchange().ifPresent(one -> node.put("exchange", one.number()));
    }

    private static void add(ObjectNode node, ReportedRequirement requirement) {
        Requirement row = requirement.row();
        node.put("id", row.id());
        node.put("level", RequirementWords.level(row));
        node.put("basis", RequirementWords.basis(row));
        RequirementWords.operation(row).ifPresent(one -> node.put("operation", one));
        node.put("statement", row.statement());
        node.put("source", RequirementWords.source(row));
        node.put("result", requirement.result().name());
        if (requirement.isKnownContradiction()) {
            node.put("knownContradiction", true);
        }
        requirement.waivers().forEach(one -> node.withArray("waived").add(one.reason()));
        ArrayNode cases = node.putArray("cases");
        requirement.cases().forEach(one -> add(cases.addObject(), one));
    }

    private static void add(ObjectNode node, ReportedCase one) {
        node.put("id", one.id());
        node.put("result", one.result().name());
        one.waiver().ifPresent(deviation -> node.put("waived", deviation.reason()));
        node.put("detail", one.stableDetail());
        for (int i = 0; i < one.mismatches().size(); i++) {
            Mismatch mismatch = one.stableMismatches().get(i);
            ObjectNode difference = node.withArray("differences")
                    .addObject()
                    .put("subject", mismatch.subject())
                    .put("expected", mismatch.expected())
                    .put("got", mismatch.got());
            Mismatch whole = one.mismatches().get(i);
            if (!whole.equals(mismatch)) {
                difference.putObject("values").put("expected", whole.expected()).put("got", whole.got());
            }
        }
        ArrayNode exchanges = node.putArray("exchanges");
        one.exchanges().forEach(exchanges::add);
        one.story().ifPresent(story -> add(node.putObject("story"), story.stable()));
    }

    private static void add(ObjectNode node, CaseStory story) {
        node.put("sentence", story.sentence());
        ArrayNode steps = node.putArray("steps");
        story.steps()
                .forEach(step -> steps.addObject()
                        .put("exchange", step.exchange())
                        .put("known", step.known())
                        .put("expected", step.expected())
                        .put("got", step.got()));
    }

    private static void add(ObjectNode node, ExchangeRecord exchange) {
        node.put("number", exchange.number());
        ObjectNode request = node.putObject("request");
        request.put("method", exchange.request().method());
        request.put("path", exchange.request().path());
        add(request, exchange.request().headers(), exchange.request().body());
        exchange.response().ifPresent(response -> {
            ObjectNode received = node.putObject("response");
            received.put("status", response.status());
            received.put("reason", response.reason());
            add(received, response.headers(), response.body());
        });
        if (exchange.response().isEmpty()) {
            node.put("failure", exchange.failure());
        }
    }

    private static void add(ObjectNode message, List<RecordedHeader> headers, Optional<RecordedBody> body) {
        ArrayNode array = message.putArray("headers");
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        body.ifPresent(shown -> {
            message.put("body", shown.text());
            if (shown.omitted() > 0) {
                message.put("omitted", shown.omitted());
            }
        });
    }

    private static void add(ObjectNode root, Comparisons comparisons) {
        comparisons.changes().ifPresent(changes -> {
            ObjectNode node = root.putObject("changes");
            node.put("since", changes.since());
            node.put("newFailures", changes.newFailures());
            add(node.putArray("requirements"), changes.differences(), "then");
        });
        add(root.putArray("differsFromStub"), comparisons.differsFromStub(), "stub");
    }

    private static void add(ArrayNode array, List<RequirementDiff> differences, String before) {
        for (RequirementDiff one : differences) {
            ObjectNode node = array.addObject();
            node.put("id", one.requirement());
            one.before().ifPresent(result -> node.put(before, result.name()));
            one.now().ifPresent(result -> node.put("now", result.name()));
            ArrayNode cases = node.putArray("cases");
            for (RequirementDiff.OfCase ofCase : one.cases()) {
                ObjectNode entry = cases.addObject();
                entry.put("id", ofCase.id());
                ofCase.before().ifPresent(seen -> add(entry.putObject(before), seen));
                ofCase.now().ifPresent(seen -> add(entry.putObject("now"), seen));
            }
        }
    }

    private static void add(ObjectNode node, CaseSnapshot seen) {
        node.put("result", seen.result().name());
        node.put("detail", seen.detail());
    }
}
