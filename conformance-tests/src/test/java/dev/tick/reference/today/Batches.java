package dev.tick.reference.today;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Imports and deletes up to 500 indicators in one call. */
record Batches(IndicatorTable shelf, Clock clock, Style style, TodayFault breakage) {
    private static final int MOST = 500;

    /** Reads every item before the first is shelved: a call that is refused has changed nothing. */
    ObjectNode imported(ObjectNode body, Caller caller) throws Refusal {
        int most = breakage == TodayFault.IMPORT_OF_501_ACCEPTED ? MOST + 1 : MOST;
        List<Item> items = new ArrayList<>();
        for (JsonNode given : batch("Indicators", body, most)) {
            items.add(item(given));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("value");
        items.forEach(item -> results.add(item.shelve(caller)));
        JsonNode last = results.path(results.size() - 1);
        if (breakage == TodayFault.IMPORT_DROPS_THE_LAST
                && !last.path("isFailed").asBoolean()) {
            shelf.remove(List.of(last.path("id").asString()), caller);
        }
        return answer;
    }

    void delete(ObjectNode body, Caller caller) throws Refusal {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : batch("IndicatorIds", body, MOST)) {
            if (!id.isString() || !id.asString().matches("\\d+")) {
                throw new Refusal(
                        400, "InvalidInput", "Invalid input " + id + ": an id is a decimal number in quotes.");
            }
            ids.add(id.asString());
        }
        shelf.remove(ids, caller);
    }

    private static ArrayNode batch(String name, ObjectNode body, int most) throws Refusal {
        JsonNode given = body.path(name);
        if (given.isMissingNode() || given.isNull()) {
            throw Refusal.missing(name);
        }
        if (!(given instanceof ArrayNode array)) {
            throw Refusal.body(name + " must be an array.");
        }
        if (array.isEmpty()) {
            throw Refusal.bad(name + " is empty.");
        }
        if (array.size() > most) {
            throw new Refusal(
                    400,
                    "MaximumBatchSizeExceeded",
                    "Maximum batch size exceeded. Received: " + array.size() + ", allowed: " + MOST + ".");
        }
        return array;
    }

    private Item item(JsonNode given) throws Refusal {
        if (!(given instanceof ObjectNode object)) {
            throw Refusal.body("An item is no object: " + given);
        }
        Submission submission;
        try {
            submission = Submission.read(object, breakage);
        } catch (Refusal invalid) {
            if (style == Style.PLAIN) {
                throw invalid;
            }
            return caller -> failed(object.path("indicatorValue"), invalid);
        }
        if (breakage != TodayFault.PASSED_EXPIRATION_ACCEPTED) {
            submission.demandNotPassed(clock.instant());
        }
        return caller -> shelved(submission, caller);
    }

    /** What the shelf alone can know, a conflict or a full tenant, fails the item and not the call. */
    private ObjectNode shelved(Submission submission, Caller caller) {
        try {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("id", Long.toString(shelf.put(submission, caller).id()));
            result.put("indicator", submission.value());
            result.put("isFailed", false);
            return result.putNull("failureReason");
        } catch (Refusal refusal) {
            return failed(submission.content().path("indicatorValue"), refusal);
        }
    }

    private static ObjectNode failed(JsonNode value, Refusal reason) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putNull("id");
        if (value.isString()) {
            result.set("indicator", value);
        } else {
            result.putNull("indicator");
        }
        result.put("isFailed", true);
        return result.put("failureReason", reason.getMessage());
    }

    /** What is done with one item once all have been read; its result is the answer's. */
    private interface Item {
        ObjectNode shelve(Caller caller);
    }
}
