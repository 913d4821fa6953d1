package dev.tick.reference.first;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The manner of the page's example: every property, in its order, each value as it was sent. */
final class PlainStyle implements ResponseStyle {

    // .NET's ticks: up to seven digits, without trailing zeros.
    private static final DateTimeFormatter TICKS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter();

    private final IndicatorFault fault;

    PlainStyle(IndicatorFault fault) {
        this.fault = fault;
    }

    @Override
    public Tolerance tolerance() {
        return Tolerance.STRICT;
    }

    @Override
    public int status(Problem problem) {
        return problem.status();
    }

    @Override
    public String code(Problem problem) {
        return problem.code();
    }

    @Override
    public String challenge() {
        return "Bearer";
    }

    @Override
    public Map<String, Object> entity(Indicator indicator) {
        Map<String, String> values = indicator.values();
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("indicator", value(values.get("indicatorType"), indicator.value()));
        entity.put("indicatorType", values.get("indicatorType"));
        entity.put("title", title(values.get("title")));
        entity.put("creationTimeDateTimeUtc", creationTime(indicator.created()));
        entity.put("createdBy", indicator.createdBy());
        entity.put("expirationTime", expirationTime(values.get("expirationTime")));
        entity.put("action", values.get("action"));
        entity.put("severity", values.get("severity"));
        entity.put("description", description(values.get("description")));
        entity.put("recommendedActions", recommendedActions(values.get("recommendedActions")));
        return entity;
    }

    /** An address that is rewritten loses its empty groups. */
    private String value(String type, String value) {
        boolean rewrites = fault == IndicatorFault.IPV6_REWRITTEN && type.equals("IpAddress");
        return rewrites ? value.replaceFirst(":0:0:", "::") : value;
    }

    private String title(String title) {
        boolean composes = fault == IndicatorFault.TITLE_COMPOSED && title != null;
        return composes ? Normalizer.normalize(title, Normalizer.Form.NFC) : title;
    }

    private String creationTime(Instant created) {
        Instant shown = fault == IndicatorFault.CREATION_TIME_LOCAL ? created.plus(2, ChronoUnit.HOURS) : created;
        return TICKS.format(LocalDateTime.ofInstant(shown, ZoneOffset.UTC));
    }

    private String expirationTime(String time) {
        boolean drops = fault == IndicatorFault.OFFSET_DROPPED && time != null;
        return drops ? time.replaceFirst("[+-]\\d{2}:\\d{2}$", "Z") : time;
    }

    private String description(String description) {
        return fault == IndicatorFault.DESCRIPTION_TRIMMED && description != null ? description.strip() : description;
    }

    private String recommendedActions(String text) {
        if (text == null) {
            return null;
        }
        if (fault == IndicatorFault.ASTRAL_CHARACTERS_LOST) {
            return text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
        }
        boolean cuts = fault == IndicatorFault.LONG_ACTIONS_CUT && text.length() > 255;
        return cuts ? text.substring(0, 255) : text;
    }
}
