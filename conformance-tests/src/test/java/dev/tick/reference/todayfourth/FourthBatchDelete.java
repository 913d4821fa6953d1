package dev.tick.reference.todayfourth;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Deletes several indicators, all or none. */
final class FourthBatchDelete {
    private final FourthStore store;
    private final TodayFourthFault fault;

    FourthBatchDelete(FourthStore store, TodayFourthFault fault) {
        this.store = store;
        this.fault = fault;
    }

    void run(FourthCaller caller, ObjectNode body) {
        int limit = FourthImport.MAXIMUM + (fault == TodayFourthFault.BATCH_DELETE_OF_501_TAKEN ? 1 : 0);
        List<String> ids = new ArrayList<>();
        for (JsonNode item : items(body, "IndicatorIds", limit)) {
            if (!item.isString() || !item.stringValue().matches("\\d{1,18}")) {
                throw FourthProblem.bad("InvalidInput", "Indicator id " + item + " is invalid.");
            }
            ids.add(item.stringValue());
        }
        if (!store.deleteAll(caller, ids)) {
            throw new FourthProblem(404, "ResourceNotFound", "At least one of the indicators was not found.");
        }
    }

    /** The items of a batch, 1 to a limit. */
    static List<JsonNode> items(ObjectNode body, String name, int limit) {
        JsonNode list = body.path(name);
        if (list.isMissingNode() || list.isNull()) {
            throw FourthProblem.missing(name);
        }
        if (!list.isArray()) {
            throw FourthProblem.bad("InvalidRequestBody", "Request body is incorrect: " + name + " must be an array.");
        }
        if (list.isEmpty()) {
            throw FourthProblem.bad("InvalidInput", "Parameter " + name + " must not be empty.");
        }
        if (list.size() > limit) {
            throw FourthProblem.bad(
                    "MaximumBatchSizeExceeded",
                    "Maximum batch size exceeded. Received: " + list.size() + ", allowed: " + FourthImport.MAXIMUM
                            + ".");
        }
        return List.copyOf(list.values());
    }
}
