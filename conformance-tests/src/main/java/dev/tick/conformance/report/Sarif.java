package dev.tick.conformance.report;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.text.Normaliser;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went wrong, for code scanners ({@code results.sarif}, SARIF 2.1.0): a rule for each requirement, a result for each case that
 * ended in {@code FAIL}, {@code WARN} or {@code ERROR}, at the line of the contract that it is about. What passed is left out: a
 * scanner would show it as an alert.
 */
final class Sarif {
    /** Where the contracts lie in the kit's repository. */
    private static final String ROOT = "spec/src/main/resources/";

    private final Report report;
    private final Contract contract;
    private final Normaliser normaliser;

    private Sarif(Report report, Contract contract) {
        this.report = report;
        this.contract = contract;
        normaliser = report.normaliser();
    }

    static String of(Report report, Contract contract, Kit kit) {
        ObjectNode root = new Sarif(report, contract).root(kit);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private ObjectNode root(Kit kit) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Tick");
        driver.put("version", kit.version() + " " + kit.commit());
        ArrayNode rules = driver.putArray("rules");
        ArrayNode results = run.putArray("results");
        for (int index = 0; index < report.rows().size(); index++) {
            RowResult row = report.rows().get(index);
            rule(rules.addObject(), row.row());
            for (CaseResult one : row.cases()) {
                if (one.result().compareTo(Result.WARN) >= 0) {
                    result(results.addObject(), index, row, one);
                }
            }
        }
        boolean whole =
                report.stopped().isEmpty() && report.rows().stream().noneMatch(row -> row.result() == Result.ERROR);
        run.putArray("invocations").addObject().put("executionSuccessful", whole);
        ObjectNode properties = run.putObject("properties");
        properties.put("verdict", report.verdict().title());
        properties.put("target", report.stamp().target().name());
        properties.put("edition", report.stamp().edition());
        return root;
    }

    private static void rule(ObjectNode rule, Requirement row) {
        rule.put("id", row.id());
        rule.putObject("shortDescription").put("text", row.statement());
        rule.putObject("fullDescription")
                .put(
                        "text",
                        row.statement() + " Read in " + row.source().page() + ", "
                                + row.source().section() + ", edition "
                                + row.source().edition() + ".");
        rule.putObject("help")
                .put(
                        "text",
                        "See report.html#" + row.id() + " for what was sent, what came back, and how to see it again.");
        rule.putObject("defaultConfiguration").put("level", level(row.level()));
        ObjectNode properties = rule.putObject("properties");
        properties.put("basis", RequirementView.basis(row));
        properties.put("operation", RequirementView.operation(row));
    }

    private void result(ObjectNode result, int rule, RowResult row, CaseResult one) {
        result.put("ruleId", row.row().id());
        result.put("ruleIndex", rule);
        result.put("level", one.result() == Result.WARN ? "warning" : "error");
        result.putObject("message").put("text", one.id() + ": " + normaliser.normalise(one.detail()));
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation")
                .put("uri", ROOT + contract.source().file())
                .put("uriBaseId", "%SRCROOT%");
        location.putObject("region").put("startLine", line(row.row()));
        result.putObject("partialFingerprints").put("case/v1", one.id());
        report.waiver(row, one).ifPresent(known -> suppression(result, known));
    }

    private static void suppression(ObjectNode result, Deviation known) {
        result.putArray("suppressions")
                .addObject()
                .put("kind", "external")
                .put("status", "accepted")
                .put(
                        "justification",
                        known.reason() + " (until " + known.expires() + ", " + known.owner() + ", " + known.link()
                                + ")");
    }

    /** Of what the requirement says in the contract, or of the operation that it is about. */
    private int line(Requirement row) {
        String pointer = row.schema()
                .or(() -> row.check()
                        .map(check -> contract.operation(check.operation()).pointer()))
                .orElse("");
        return Math.max(1, contract.lineOf(pointer));
    }

    private static String level(Level level) {
        return switch (level) {
            case MUST -> "error";
            case SHOULD -> "warning";
            case MAY -> "note";
        };
    }
}
