package dev.tick.conformance.report;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The results for machines ({@code results.json}); no token is in them. */
final class ResultsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ResultsJson() {}

    static String of(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("verdict", report.verdict().title());
        root.put("target", report.target().name());
        root.put("baseUrl", report.target().baseUrl().toString());
        root.put("contract", report.contract());
        root.put("run", report.run());
        root.put("requests", report.requests());
        root.put("milliseconds", report.duration().toMillis());
        report.stopped().ifPresent(reason -> root.put("stopped", reason));
        root.put("promised", report.promised());
        ObjectNode counts = root.putObject("counts");
        for (Level level : Level.values()) {
            ObjectNode ofLevel = counts.putObject(level.name().toLowerCase(Locale.ROOT));
            for (Result result : Result.values()) {
                ofLevel.put(result.name(), report.count(level, result));
            }
        }
        ArrayNode rows = root.putArray("requirements");
        report.rows().forEach(row -> add(rows.addObject(), row));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void add(ObjectNode node, RowResult result) {
        Requirement row = result.row();
        node.put("id", row.id());
        node.put("level", row.level().name().toLowerCase(Locale.ROOT));
        node.put("basis", row.basis().name().toLowerCase(Locale.ROOT));
        node.put("statement", row.statement());
        node.put("source", row.source().page() + ", " + row.source().section());
        node.put("result", result.result().name());
        ArrayNode cases = node.putArray("cases");
        for (CaseResult one : result.cases()) {
            ObjectNode entry = cases.addObject();
            entry.put("id", one.id());
            entry.put("result", one.result().name());
            entry.put("detail", one.detail());
            one.exchanges().forEach(entry.withArray("exchanges")::add);
        }
    }
}
