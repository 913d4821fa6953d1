package dev.tick.reference.firstthird;

import java.util.List;
import java.util.Map;

/** The names of the entity's properties and the members of its enumerations. */
final class Schema {
    static final List<String> PROPERTIES = List.of(
            "indicator",
            "indicatorType",
            "title",
            "creationTimeDateTimeUtc",
            "createdBy",
            "expirationTime",
            "action",
            "severity",
            "description",
            "recommendedActions");
    static final List<String> WRITABLE = List.of(
            "indicator",
            "indicatorType",
            "title",
            "expirationTime",
            "action",
            "severity",
            "description",
            "recommendedActions");
    static final Map<String, List<String>> ENUMS = Map.of(
            "indicatorType", List.of("FileSha1", "FileSha256", "IpAddress", "DomainName", "Url"),
            "action", List.of("Alert", "AlertAndBlock", "Allowed"),
            "severity", List.of("Informational", "Low", "Medium", "High"));

    private Schema() {}

    static boolean isTime(String property) {
        return property.equals("expirationTime") || property.equals("creationTimeDateTimeUtc");
    }
}
