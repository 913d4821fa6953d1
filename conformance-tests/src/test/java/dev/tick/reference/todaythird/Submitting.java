package dev.tick.reference.todaythird;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** POST of one indicator: a new one, or an update of the same value, type and action. */
final class Submitting {
    private final TodayThirdFault fault;
    private final Store store;
    private final Reader reader;
    private final Rules rules;

    Submitting(TodayThirdFault fault, Store store, Reader reader, Rules rules) {
        this.fault = fault;
        this.store = store;
        this.reader = reader;
        this.rules = rules;
    }

    Reply submit(JsonNode body, Caller caller, String root) {
        Submission submission = reader.read(body);
        synchronized (store) {
            store.sweep();
            Indicator existing = store.find(submission, caller);
            rules.check(submission, existing);
            Indicator one = existing;
            String severity = existing == null ? null : existing.severity;
            if (existing == null) {
                one = store.create(submission, caller, false);
            } else {
                store.update(existing, submission, caller);
            }
            ObjectNode answer = Json.object().put("@odata.context", root + "/$metadata#Indicators/$entity");
            answer.setAll(one.json());
            if (existing != null && fault == TodayThirdFault.SEVERITY_NOT_STORED) {
                existing.severity = severity;
            }
            return Reply.json(answer);
        }
    }
}
