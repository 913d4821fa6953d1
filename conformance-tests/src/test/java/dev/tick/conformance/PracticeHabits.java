package dev.tick.conformance;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bad habits of a client that take more than a line. */
final class PracticeHabits {
    private PracticeHabits() {}

    static void network(ObjectNode body) {
        if (body.path("indicatorValue").asString().equals("192.0.2.10")) {
            body.put("indicatorValue", "192.0.2.10/24");
        }
    }

    static String mediaType(String path) {
        return path.equals("/api/indicators") ? "text/plain" : "application/json";
    }

    static void alertAsText(ObjectNode body) {
        if (!body.path("action").asString().equals("Audit")) {
            body.put("generateAlert", "true");
        }
    }

    static void silentAudit(ObjectNode body) {
        if (body.path("action").asString().equals("Audit")) {
            body.put("generateAlert", false);
        }
    }

    static ObjectNode misspelt(ObjectNode body) {
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        other.set("indicators", body.path("Indicators"));
        return other;
    }

    static ObjectNode empty(ObjectNode body) {
        return body.set("Indicators", JsonNodeFactory.instance.arrayNode());
    }

    static List<ObjectNode> oneByOne(ObjectNode body) {
        return body.path("Indicators")
                .valueStream()
                .map(item -> {
                    ObjectNode batch = JsonNodeFactory.instance.objectNode();
                    batch.putArray("Indicators").add(item);
                    return batch;
                })
                .toList();
    }

    static ObjectNode numbers(ObjectNode body) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        body.path("IndicatorIds").forEach(id -> numbers.add(Long.parseLong(id.asString())));
        return body.set("IndicatorIds", numbers);
    }

    static void keepsOldToken(PracticeClient client) {
        client.renewals = 0;
        client.repeats = status -> status == 401;
    }

    static void takesTokenAlong(PracticeClient client) {
        client.redirects = PracticeClient.Redirects.FOLLOWED_WITH_TOKEN;
    }

    static void readsStatusAlone(PracticeClient client) {
        client.said = (status, honest) -> status == PracticeClient.IN_PART ? "done" : honest;
    }

    static ObjectNode fatal(ObjectNode change) {
        return change.has("severity") ? change.put("severity", "Fatal") : change;
    }

    static ObjectNode otherAction(ObjectNode change) {
        return change.put("action", "Alert");
    }

    static String typeOfChange(String path) {
        return path.equals("/api/tiindicators") ? "application/json" : "text/plain";
    }

    static void waitsASecondAtMost(PracticeClient client) {
        client.patience = Long.MAX_VALUE;
        client.waits = seconds -> Math.min(seconds, 1) * 1000;
    }

    static void hammers(PracticeClient client) {
        client.attempts = 9;
        client.waits = seconds -> 0;
    }

    static void trustsFailures(PracticeClient client) {
        client.attempts = 1;
        client.said = (status, honest) -> status >= 400 ? "done" : honest;
    }

    static void worksWithoutToken(PracticeClient client) {
        client.attempts = 1;
        client.said = (status, honest) -> status == PracticeClient.NO_TOKEN ? "done" : honest;
    }

    static void trusting(PracticeClient client) {
        client.attempts = 1;
        client.said = (status, honest) -> status == PracticeClient.LOST ? "done" : honest;
    }
}
