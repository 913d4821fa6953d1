package dev.tick.conformance.report.sarif;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.ReportedStory;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Failures for code scanners ({@code results.sarif}, SARIF 2.1.0): a rule for each requirement, a result for each case that
 * ended in {@code FAIL}, {@code WARN} or {@code ERROR}, at the line of the contract that it is about, a copy of which lies beside it. What passed is left out: a
 * scanner would show it as an alert.
 */
public final class Sarif implements ReportFormat {
    /** The contract, which lies beside the results: whoever has them need not have the kit's repository. */
    public static final String CONTRACT = "contract-openapi.yaml";

    /** The final schema, as the vendor's own validator wants it named. */
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** A package URL: an absolute URI that holds wherever the kit is kept. */
    private static final String PACKAGE = "pkg:maven/dev.tick/tick-conformance@";

    @Override
    public String file() {
        return "results.sarif";
    }

    @Override
    public String render(ReportModel model) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Tick");
        driver.put("version", model.build().version() + " " + model.build().commit());
        driver.put("informationUri", PACKAGE + model.build().version());
        ArrayNode rules = driver.putArray("rules");
        ArrayNode results = run.putArray("results");
        for (int index = 0; index < model.requirements().size(); index++) {
            ReportedRequirement requirement = model.requirements().get(index);
            rule(rules.addObject(), requirement);
            for (ReportedCase one : requirement.cases()) {
                if (one.result().compareTo(Result.WARN) >= 0) {
                    ObjectNode result = result(index, requirement, one);
                    location(result, requirement.line(), one.id());
                    one.story().ifPresent(story -> story(result, story));
                    result.putObject("partialFingerprints").put("case/v1", one.id());
                    one.waiver().ifPresent(deviation -> suppression(result, deviation));
                    results.add(result);
                }
            }
        }
        boolean whole = model.stopped().isEmpty()
                && model.requirements().stream().noneMatch(one -> one.result() == Result.ERROR);
        run.putArray("invocations").addObject().put("executionSuccessful", whole);
        ObjectNode properties = run.putObject("properties");
        properties.put("verdict", model.verdict().title());
        properties.put("target", model.run().target().name());
        properties.put("edition", model.run().edition());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void rule(ObjectNode rule, ReportedRequirement requirement) {
        Requirement row = requirement.row();
        rule.put("id", row.id());
        rule.putObject("shortDescription").put("text", row.statement());
        rule.putObject("fullDescription")
                .put(
                        "text",
                        row.statement() + " Read in " + RequirementWords.source(row) + ", edition "
                                + row.source().edition() + ".");
        rule.putObject("help")
                .put(
                        "text",
                        "See report.html#" + row.id() + " for what was sent, what came back, and how to see it again.");
        rule.putObject("defaultConfiguration").put("level", level(row.level()));
        ObjectNode properties = rule.putObject("properties");
        properties.put("basis", RequirementWords.basis(row));
        properties.put("operation", requirement.operation());
    }

    private static ObjectNode result(int rule, ReportedRequirement requirement, ReportedCase one) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ruleId", requirement.id());
        result.put("ruleIndex", rule);
        result.put("level", one.result() == Result.WARN ? "warning" : "error");
        result.putObject("message").put("text", one.id() + ": " + one.stableDetail());
        return result;
    }

    /** The vendor's matcher of two runs tells cases on one line apart by the logical location, not by their fingerprints. */
    private static void location(ObjectNode result, int line, String id) {
        ObjectNode location = result.putArray("locations").addObject();
        physical(location, line);
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", id);
    }

    private static void physical(ObjectNode location, int line) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", CONTRACT);
        physical.putObject("region").put("startLine", line);
    }

    /** Tells the requests that show a fault as a flow from operation to operation (SARIF 2.1.0, 3.36). */
    private static void story(ObjectNode result, ReportedStory story) {
        ObjectNode flow = result.putArray("codeFlows").addObject();
        flow.putObject("message").put("text", story.stable().sentence());
        ArrayNode steps = flow.putArray("threadFlows").addObject().putArray("locations");
        for (int i = 0; i < story.lines().size(); i++) {
            CaseStory.Step step = story.stable().steps().get(i);
            ObjectNode location = steps.addObject().put("executionOrder", i + 1).putObject("location");
            physical(location, story.lines().get(i));
            location.putObject("message")
                    .put(
                            "text",
                            "Exchange " + step.exchange() + ": " + step.known() + "; expected " + step.expected()
                                    + ", got " + step.got());
        }
    }

    private static void suppression(ObjectNode result, Deviation deviation) {
        result.putArray("suppressions")
                .addObject()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", deviation.sentence());
    }

    private static String level(Level level) {
        return switch (level) {
            case MUST -> "error";
            case SHOULD -> "warning";
            case MAY -> "note";
        };
    }
}
