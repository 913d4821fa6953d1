package dev.tick.reference.todaythird;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Deletion of one, and of up to 500: all of them or none. */
final class Deleting {
    private static final int LARGEST = 500;
    private static final String DECIMAL = "0|[1-9]\\d{0,17}";
    private final TodayThirdFault fault;
    private final Store store;

    Deleting(TodayThirdFault fault, Store store) {
        this.fault = fault;
        this.store = store;
    }

    Reply delete(String id, Caller caller) {
        synchronized (store) {
            store.sweep();
            store.delete(existing(id, caller));
        }
        return Reply.empty(204, Map.of());
    }

    Reply deleteAll(JsonNode body, Caller caller) {
        Set<String> ids = ids(body);
        synchronized (store) {
            store.sweep();
            List<String> listed = List.copyOf(ids);
            int known = fault == TodayThirdFault.BATCH_CHECKS_FIRST ? 1 : listed.size();
            listed.subList(0, known).forEach(id -> existing(id, caller));
            int end = listed.size();
            if (fault == TodayThirdFault.BATCH_LEAVES_REST && end > 100) {
                end = end / 100 * 100;
            }
            for (String id : listed.subList(0, end)) {
                Indicator one = store.get(Long.parseLong(id));
                if (one != null && Store.exposed(caller, one)) {
                    store.delete(one);
                }
            }
        }
        return Reply.empty(204, Map.of());
    }

    private Set<String> ids(JsonNode body) {
        JsonNode list = body.get("IndicatorIds");
        if (list == null || list.isNull()) {
            throw Problem.missing("IndicatorIds");
        }
        if (!list.isArray()) {
            throw Problem.body("Parameter IndicatorIds must be an array of strings.");
        }
        if (list.isEmpty()) {
            throw Problem.input("Parameter IndicatorIds is empty.");
        }
        if (list.size() > LARGEST) {
            throw Problem.batch(list.size(), LARGEST);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode id : list) {
            if (!id.isString()) {
                throw Problem.body("Parameter IndicatorIds must hold strings.");
            }
            if (!id.stringValue().matches(DECIMAL)) {
                if (fault == TodayThirdFault.BATCH_INVALID_IS_ABSENT) {
                    throw Problem.notFound(id.stringValue());
                }
                throw Problem.input("Indicator id " + id.stringValue() + " is invalid.");
            }
            ids.add(id.stringValue());
        }
        return ids;
    }

    private Indicator existing(String id, Caller caller) {
        Indicator one = id.matches(DECIMAL) ? store.get(Long.parseLong(id)) : null;
        if (one == null || !Store.exposed(caller, one)) {
            throw Problem.notFound(id);
        }
        return one;
    }

    /** One indicator, as connectors read it back. */
    Reply read(String id, Caller caller, String root) {
        synchronized (store) {
            store.sweep();
            var answer = Json.object().put("@odata.context", root + "/$metadata#Indicators/$entity");
            answer.setAll(existing(id, caller).json());
            return Reply.json(answer);
        }
    }
}
