package dev.tick.conformance.rehearsal;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rehearsals for programs: one JSON object. */
public final class RehearsalJson {
    /** Within it, fields are only added. */
    private static final String FORMAT = "1.0";

    private RehearsalJson() {}

    /**
     * Returns the text of an object with all requests of each.
     *
     * @param notes on the choice of the contracts
     */
    public static String of(List<String> notes, List<Rehearsal> all, int exitCode) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("exitCode", exitCode);
        ArrayNode said = root.putArray("notes");
        notes.forEach(said::add);
        ArrayNode plans = root.putArray("plans");
        all.forEach(one -> plan(plans.addObject(), one));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void plan(ObjectNode plan, Rehearsal one) {
        plan.put("contract", one.contract());
        plan.put("target", one.target());
        ArrayNode notes = plan.putArray("notes");
        one.notes().forEach(notes::add);
        if (one.conduct().budget() != Integer.MAX_VALUE) {
            plan.put("budget", one.conduct().budget());
        }
        plan.put("withinBudget", one.isWithinBudget());
        plan.put("minutes", one.minutes());
        plan.put("count", one.requests().size());
        ArrayNode requests = plan.putArray("requests");
        for (RehearsedRequest request : one.requests()) {
            ObjectNode node = requests.addObject();
            node.put("number", request.number());
            node.put("method", request.method());
            node.put("path", request.path());
            request.body().ifPresent(body -> node.put("body", body));
            if (request.purpose() == RehearsedRequest.Purpose.CLEAN_UP) {
                node.put("cleansUp", true);
            }
            ArrayNode rows = node.putArray("rows");
            request.rows().forEach(rows::add);
        }
    }
}
