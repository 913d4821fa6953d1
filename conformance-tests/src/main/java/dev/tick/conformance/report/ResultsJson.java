package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.text.Normaliser;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The results for machines ({@code results.json}); no token is in them, and texts that change from run to run are normalised. */
final class ResultsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Report report;
    private final Normaliser normaliser;

    private ResultsJson(Report report) {
        this.report = report;
        normaliser = report.normaliser();
    }

    static String of(Report report, Comparisons comparisons) {
        ObjectNode root = new ResultsJson(report).root();
        ComparisonsJson.add(root, comparisons);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("verdict", report.verdict().title());
        root.put("target", report.target().name());
        root.put("baseUrl", report.target().baseUrl().toString());
        root.put("contract", report.contract());
        root.put("run", report.run());
        root.put("requests", report.requests());
        root.put("milliseconds", report.duration().toMillis());
        report.stopped().ifPresent(reason -> root.put("stopped", normaliser.normalise(reason)));
        root.put("promised", report.promised());
        ObjectNode counts = root.putObject("counts");
        for (Level level : Level.values()) {
            ObjectNode ofLevel = counts.putObject(level.name().toLowerCase(Locale.ROOT));
            for (Result result : Result.values()) {
                ofLevel.put(result.name(), report.count(level, result));
            }
        }
        ObjectNode waived = root.putObject("waived");
        waived.put(Result.FAIL.name(), report.waived(Result.FAIL));
        waived.put(Result.WARN.name(), report.waived(Result.WARN));
        ArrayNode deviations = root.putArray("deviations");
        report.waivers().all().forEach(one -> add(deviations.addObject(), one));
        ArrayNode rows = root.putArray("requirements");
        report.rows().forEach(row -> add(rows.addObject(), row));
        return root;
    }

    private static void add(ObjectNode node, Waiver waiver) {
        Deviation deviation = waiver.deviation();
        node.put("file", deviation.file());
        node.put("line", deviation.line());
        node.put("id", deviation.requirement());
        deviation.caseId().ifPresent(one -> node.put("case", one));
        node.put("standing", waiver.standing().name());
        node.put("reason", deviation.reason());
        node.put("link", deviation.link());
        node.put("owner", deviation.owner());
        node.put("opened", deviation.opened().toString());
        node.put("expires", deviation.expires().toString());
    }

    private void add(ObjectNode node, RowResult result) {
        Requirement row = result.row();
        node.put("id", row.id());
        node.put("level", row.level().name().toLowerCase(Locale.ROOT));
        node.put("basis", row.basis().name().toLowerCase(Locale.ROOT));
        node.put("statement", row.statement());
        node.put("source", row.source().page() + ", " + row.source().section());
        node.put("result", result.result().name());
        report.waivers(result).forEach(one -> node.withArray("waived").add(one.reason()));
        ArrayNode cases = node.putArray("cases");
        for (CaseResult one : result.cases()) {
            ObjectNode entry = cases.addObject();
            entry.put("id", one.id());
            entry.put("result", one.result().name());
            report.waiver(result, one).ifPresent(deviation -> entry.put("waived", deviation.reason()));
            entry.put("detail", normaliser.normalise(one.detail()));
            one.exchanges().forEach(line -> entry.withArray("exchanges").add(normaliser.normalise(line)));
        }
    }
}
