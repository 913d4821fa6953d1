package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.deviation.Waiver;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.run.Stamp;
import dev.tick.conformance.target.Settings;
import dev.tick.conformance.target.Sharing;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.text.Normaliser;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results for machines ({@code results.json}); no token is in them. What changes from run to run is normalised, but for the
 * exchanges, which are as they took place. {@code results-1.schema.json} describes every field.
 */
final class ResultsJson {
    /** Of the format; a new field raises the second number, any other change the first. */
    private static final String FORMAT = "1.0";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Report report;
    private final Normaliser normaliser;

    private ResultsJson(Report report) {
        this.report = report;
        normaliser = report.normaliser();
    }

    static String of(Report report, Comparisons comparisons, Kit kit) {
        ObjectNode root = new ResultsJson(report).root(kit);
        ComparisonsJson.add(root, comparisons);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private ObjectNode root(Kit kit) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("verdict", report.verdict().title());
        stamp(root, kit);
        report.stopped().ifPresent(reason -> root.put("stopped", normaliser.normalise(reason)));
        counts(root);
        ArrayNode deviations = root.putArray("deviations");
        report.waivers().all().forEach(one -> add(deviations.addObject(), one));
        ArrayNode rows = root.putArray("requirements");
        report.rows().forEach(row -> add(rows.addObject(), row));
        ArrayNode exchanges = root.putArray("exchanges");
        report.exchanges().forEach(one -> ExchangeJson.add(exchanges.addObject(), one));
        return root;
    }

    private void stamp(ObjectNode root, Kit kit) {
        Stamp stamp = report.stamp();
        root.put("kit", kit.version());
        root.put("commit", kit.commit());
        root.put("contract", stamp.contract());
        root.put("edition", stamp.edition());
        root.put("target", stamp.target().name());
        root.put("baseUrl", stamp.target().baseUrl().toString());
        ArrayNode capabilities = root.putArray("capabilities");
        stamp.target().capabilities().stream()
                .map(Settings::capability)
                .sorted()
                .forEach(capabilities::add);
        ArrayNode tokens = root.putArray("tokens");
        stamp.target().tokens().keySet().stream()
                .map(TokenKind::variable)
                .sorted()
                .forEach(tokens::add);
        root.put("run", stamp.run());
        root.put("started", stamp.started().truncatedTo(ChronoUnit.SECONDS).toString());
        root.put("milliseconds", stamp.duration().toMillis());
        root.put("requests", stamp.requests());
        root.put("masked", stamp.sharing() == Sharing.MASKED);
    }

    private void counts(ObjectNode root) {
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
        row.check().ifPresent(check -> node.put("operation", check.operation()));
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
            for (Mismatch contrast : one.contrasts()) {
                ObjectNode difference = entry.withArray("differences").addObject();
                difference.put("subject", normaliser.normalise(contrast.subject()));
                difference.put("expected", normaliser.normalise(contrast.expected()));
                difference.put("got", normaliser.normalise(contrast.got()));
            }
            ArrayNode exchanges = entry.putArray("exchanges");
            one.exchanges().forEach(exchanges::add);
        }
    }
}
