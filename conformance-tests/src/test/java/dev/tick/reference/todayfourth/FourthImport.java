package dev.tick.reference.todayfourth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits several indicators. A body in the wrong shape, or one item that has expired already, refuses the whole
 * call and stores nothing; any other broken rule fails its item alone.
 */
final class FourthImport {
    static final int MAXIMUM = 500;
    private static final int CHUNK = 100;
    private final FourthStore store;
    private final FourthRules rules;
    private final TodayFourthFault fault;

    FourthImport(FourthStore store, FourthRules rules, TodayFourthFault fault) {
        this.store = store;
        this.rules = rules;
        this.fault = fault;
    }

    ArrayNode run(FourthCaller caller, ObjectNode body) {
        List<FourthDraft> drafts = drafts(FourthBatchDelete.items(body, "Indicators", limit()));
        drafts.forEach(rules::checkExpiry);
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        Set<FourthKey> seen = new HashSet<>();
        for (int index = 0; index < drafts.size(); index++) {
            FourthDraft draft = drafts.get(index);
            boolean again = !seen.add(draft.key()) && fault == TodayFourthFault.IMPORT_DUPLICATE_STORED_TWICE;
            ObjectNode result = one(caller, draft, again, index);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private int limit() {
        return fault == TodayFourthFault.IMPORT_OF_500_REFUSED ? MAXIMUM - 1 : MAXIMUM;
    }

    private List<FourthDraft> drafts(List<JsonNode> items) {
        List<FourthDraft> drafts = new ArrayList<>();
        for (JsonNode item : items) {
            if (!(item instanceof ObjectNode object)) {
                throw FourthProblem.bad(
                        "InvalidRequestBody", "Request body is incorrect: an indicator must be an object.");
            }
            FourthDraft draft = FourthDraft.of(object, fault);
            String before =
                    drafts.isEmpty() ? null : drafts.get(drafts.size() - 1).text("severity");
            if (fault == TodayFourthFault.IMPORT_LEAKS_SEVERITY && before != null && !draft.has("severity")) {
                draft.put("severity", before);
            }
            drafts.add(draft);
        }
        return drafts;
    }

    private ObjectNode one(FourthCaller caller, FourthDraft draft, boolean alwaysNew, int index) {
        try {
            rules.check(draft, true);
            FourthStore.Outcome outcome = store.submit(caller, draft, alwaysNew);
            if (fault == TodayFourthFault.IMPORT_LOSES_CHUNK_EDGE
                    && index > 0
                    && index % CHUNK == 0
                    && outcome.created()) {
                store.remove(outcome.indicator());
            }
            if (fault == TodayFourthFault.IMPORT_LEAVES_UPDATES_OUT && !outcome.created()) {
                return null;
            }
            return result(Long.toString(outcome.indicator().id), draft, null);
        } catch (FourthProblem problem) {
            if (fault == TodayFourthFault.IMPORT_STORES_FAILED && problem.code.equals("InvalidHashValue")) {
                store.submit(caller, draft, alwaysNew);
            }
            return result(null, draft, problem.getMessage());
        }
    }

    private static ObjectNode result(String id, FourthDraft draft, String failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("indicator", draft.text("indicatorValue"))
                .put("isFailed", failure != null)
                .put("failureReason", failure);
    }
}
