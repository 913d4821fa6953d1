package dev.tick.reference.todayfourth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an indicator, with every property. */
final class FourthEntity {
    private FourthEntity() {}

    static ObjectNode of(FourthIndicator indicator) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.put("id", Long.toString(indicator.id));
        entity.put("indicatorValue", indicator.key.value()).put("indicatorType", indicator.key.type());
        entity.put("action", indicator.key.action()).put("application", indicator.application);
        entity.put("source", indicator.createdByName).put("sourceType", indicator.sourceType);
        entity.put("title", indicator.title).put("creationTimeDateTimeUtc", FourthTimes.text(indicator.created));
        entity.put("createdBy", indicator.createdBy).put("createdByDisplayName", indicator.createdByName);
        entity.put("createdBySource", indicator.createdByName);
        entity.put("expirationTime", FourthTimes.text(indicator.expirationTime));
        entity.put("lastUpdateTime", FourthTimes.text(indicator.updated)).put("lastUpdatedBy", indicator.updatedBy);
        entity.put("severity", indicator.severity).put("description", indicator.description);
        entity.put("recommendedActions", indicator.recommendedActions).put("generateAlert", indicator.generateAlert);
        texts(entity.putArray("rbacGroupNames"), indicator.groups);
        texts(entity.putArray("rbacGroupIds"), groupIds(indicator));
        entity.put("externalId", indicator.externalId).put("educateUrl", indicator.educateUrl);
        entity.putArray("mitreTechniques");
        entity.put("historicalDetection", false)
                .putNull("lookBackPeriod")
                .put("category", 1)
                .putNull("additionalInfo");
        entity.putNull("certificateInfo").putNull("bypassDurationHours").putNull("version");
        return entity;
    }

    /** The ids of the device groups; a stand-in for the tenant's directory of groups. */
    static List<String> groupIds(FourthIndicator indicator) {
        return indicator.groups.stream().map(FourthEntity::groupId).toList();
    }

    private static String groupId(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return Long.toString(sum.getValue());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
