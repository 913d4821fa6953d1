package dev.tick.reference.todaysecond;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An indicator of today's edition. */
record TodayEntity(
        long id,
        String application,
        String creator,
        String kind,
        Instant created,
        Instant updated,
        Map<String, Object> values) {
    private static final List<String> UNSET = List.of(
            "createdByDisplayName",
            "mitreTechniques",
            "historicalDetection",
            "lookBackPeriod",
            "category",
            "additionalInfo",
            "certificateInfo",
            "bypassDurationHours");

    /** The same after a second submit. */
    TodayEntity updated(Map<String, Object> submitted, TodaySecondFault fault) {
        Map<String, Object> changed = new LinkedHashMap<>(submitted);
        if (fault != TodaySecondFault.UPDATE_CHANGES_APPLICATION) {
            changed.put("application", values.get("application"));
        }
        if (fault == TodaySecondFault.UPDATE_KEEPS_SEVERITY) {
            changed.put("severity", values.get("severity"));
        }
        return new TodayEntity(id, application, creator, kind, created, Instant.now(), changed);
    }

    String value() {
        return String.valueOf(values.get("indicatorValue"));
    }

    boolean isExpired(Instant now) {
        return values.get("expirationTime") instanceof String end
                && !OffsetDateTime.parse(end).toInstant().isAfter(now);
    }

    /** As it is answered. */
    Map<String, Object> shown(TodayStyle style, TodaySecondFault fault) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", Long.toString(id));
        shown.putAll(values);
        shown.put("source", "Tick");
        shown.put("sourceType", kind);
        shown.put("createdBy", creator);
        shown.put("createdBySource", "Tick");
        shown.put("creationTimeDateTimeUtc", time(created, style));
        shown.put("lastUpdateTime", time(updated, style));
        shown.put("lastUpdatedBy", updated.equals(created) ? null : creator);
        UNSET.forEach(name -> shown.put(name, null));
        // The page of the entity: an empty list in case it is exposed to all devices.
        for (String groups : List.of("rbacGroupNames", "rbacGroupIds")) {
            if (shown.get(groups) == null) {
                shown.put(groups, List.of());
            }
        }
        if (fault == TodaySecondFault.ALERT_AS_TEXT && values.get("generateAlert") != null) {
            shown.put("generateAlert", String.valueOf(values.get("generateAlert")));
        }
        if (fault == TodaySecondFault.GROUPS_SORTED && values.get("rbacGroupNames") instanceof List<?> groups) {
            List<Object> reversed = new ArrayList<>(groups);
            Collections.reverse(reversed);
            shown.put("rbacGroupNames", reversed);
        }
        if (style == TodayStyle.TERSE) {
            shown.values().removeIf(value -> value == null);
        }
        return shown;
    }

    private static String time(Instant time, TodayStyle style) {
        return time.truncatedTo(style == TodayStyle.TERSE ? ChronoUnit.SECONDS : ChronoUnit.MICROS)
                .toString();
    }
}
