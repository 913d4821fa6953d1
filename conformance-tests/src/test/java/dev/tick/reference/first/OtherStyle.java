package dev.tick.reference.first;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A manner as sound as the plain one, and different wherever the documentation leaves the choice. */
final class OtherStyle implements ResponseStyle {

    @Override
    public Tolerance tolerance() {
        return Tolerance.LENIENT;
    }

    @Override
    public int status(Problem problem) {
        return switch (problem) {
            case DELEGATED_TOKEN -> 401;
            case NOT_DECLARED_JSON -> 400;
            default -> problem.status();
        };
    }

    @Override
    public String code(Problem problem) {
        return switch (problem) {
            case DELEGATED_TOKEN -> "Unauthorized";
            case ROLE_MISSING -> "DisallowedOperation";
            case UNKNOWN_PATH -> "ResourceNotFound";
            case UNKNOWN_INDICATOR -> "NotFound";
            case NOT_DECLARED_JSON -> "BadRequest";
            case NOT_JSON -> "ODataError";
            case UNKNOWN_WORD, READ_ONLY -> "InvalidInput";
            case WRONG_QUERY -> "BadRequest";
            case OTHER_TYPE_OR_ACTION -> "IndicatorAlreadyExists";
            default -> problem.code();
        };
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common\","
                + " error=\"invalid_token\"";
    }

    @Override
    public Map<String, Object> entity(Indicator indicator) {
        Map<String, String> values = indicator.values();
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", Long.toString(indicator.number()));
        entity.put("source", indicator.createdBy());
        entity.put("sourceType", "AadApp");
        entity.put("severity", values.get("severity"));
        entity.put("recommendedActions", values.get("recommendedActions"));
        entity.put("description", values.get("description"));
        entity.put("title", values.get("title"));
        entity.put("lastUpdateTime", time(indicator.updated()));
        entity.put("createdBy", indicator.createdBy());
        entity.put("creationTimeDateTimeUtc", time(indicator.created()));
        String expiration = values.get("expirationTime");
        entity.put("expirationTime", expiration == null ? null : time(OffsetDateTime.parse(expiration)));
        entity.put("generateAlert", false);
        entity.put("rbacGroupNames", List.of());
        entity.put("certificateInfo", Map.of());
        entity.put("action", values.get("action"));
        entity.put("indicatorType", values.get("indicatorType"));
        entity.put("indicator", indicator.value());
        entity.values().removeIf(Objects::isNull);
        return entity;
    }

    private static String time(Instant instant) {
        return time(instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }

    private static String time(OffsetDateTime time) {
        int nanos = time.getNano();
        String fraction = nanos == 0 ? "" : nanos % 1_000_000 == 0 ? ".SSS" : ".SSSSSSS";
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "xxx");
        return formatter.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
