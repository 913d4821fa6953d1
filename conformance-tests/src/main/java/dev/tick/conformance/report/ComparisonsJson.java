package dev.tick.conformance.report;

import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.baseline.Difference;
import dev.tick.conformance.baseline.Seen;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sections {@code changes} and {@code differsFromStub} of {@code results.json}. */
final class ComparisonsJson {
    private ComparisonsJson() {}

    static void add(ObjectNode root, Comparisons comparisons) {
        comparisons.changes().ifPresent(changes -> {
            ObjectNode node = root.putObject("changes");
            node.put("since", changes.since());
            node.put("newFailures", changes.newFailures());
            add(node.putArray("requirements"), changes.differences(), "then");
        });
        add(root.putArray("differsFromStub"), comparisons.differsFromStub(), "stub");
    }

    private static void add(ArrayNode array, List<Difference> differences, String before) {
        for (Difference one : differences) {
            ObjectNode node = array.addObject();
            node.put("id", one.requirement());
            one.before().ifPresent(result -> node.put(before, result.name()));
            one.now().ifPresent(result -> node.put("now", result.name()));
            ArrayNode cases = node.putArray("cases");
            for (Difference.OfCase ofCase : one.cases()) {
                ObjectNode entry = cases.addObject();
                entry.put("id", ofCase.id());
                ofCase.before().ifPresent(seen -> add(entry.putObject(before), seen));
                ofCase.now().ifPresent(seen -> add(entry.putObject("now"), seen));
            }
        }
    }

    private static void add(ObjectNode node, Seen seen) {
        node.put("result", seen.result().name());
        node.put("detail", seen.detail());
    }
}
