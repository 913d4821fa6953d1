package dev.tick.reference.todaythird;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One stored indicator; only the store's lock protects it. */
final class Indicator {
    long id;
    Store.Key key;
    String owner;
    String value;
    String type;
    String action;
    String application;
    String sourceType;
    String source;
    String createdBy;
    String title;
    String firstTitle;
    Instant created;
    Instant updated;
    String updatedBy;
    Instant expiration;
    String severity;
    String description;
    String recommendedActions;
    Boolean generateAlert;
    List<String> groups = List.of();
    List<String> groupIds = List.of();
    String externalId;
    String educateUrl;
    boolean imported;
    int version = 1;

    boolean expired(Instant now) {
        return expiration != null && !expiration.isAfter(now);
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("id", Long.toString(id))
                .put("indicatorValue", value)
                .put("indicatorType", type)
                .put("action", action);
        node.put("createdBy", createdBy).put("createdByDisplayName", source).put("createdBySource", source);
        node.put("source", source)
                .put("sourceType", sourceType)
                .put("severity", severity)
                .put("category", 1);
        node.put("application", application).put("educateUrl", educateUrl).putNull("bypassDurationHours");
        node.put("title", title).put("description", description).put("recommendedActions", recommendedActions);
        node.put("creationTimeDateTimeUtc", Times.format(created)).put("expirationTime", Times.format(expiration));
        node.put("lastUpdateTime", Times.format(updated)).put("lastUpdatedBy", updatedBy);
        fill(node.putArray("rbacGroupNames"), groups);
        fill(node.putArray("rbacGroupIds"), groupIds);
        node.putArray("mitreTechniques");
        node.put("historicalDetection", false).putNull("lookBackPeriod").put("generateAlert", generateAlert);
        node.putNull("additionalInfo").put("externalId", externalId).putNull("certificateInfo");
        return node;
    }

    private static void fill(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
