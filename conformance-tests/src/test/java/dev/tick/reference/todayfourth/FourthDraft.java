package dev.tick.reference.todayfourth;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a caller submits: the given properties alone, in their right shapes. Null is a value here. */
final class FourthDraft {
    private static final List<String> TEXTS = List.of(
            "indicatorValue",
            "indicatorType",
            "action",
            "title",
            "description",
            "application",
            "severity",
            "recommendedActions",
            "educateUrl",
            "externalId");
    private final Map<String, Object> given = new LinkedHashMap<>();

    static FourthDraft of(ObjectNode body, TodayFourthFault fault) {
        FourthDraft draft = new FourthDraft();
        body.properties().forEach(property -> draft.take(property.getKey(), property.getValue(), fault));
        if (fault == TodayFourthFault.TITLE_NORMALISED && draft.text("title") != null) {
            draft.given.put("title", Normalizer.normalize(draft.text("title"), Normalizer.Form.NFC));
        }
        if (fault == TodayFourthFault.URL_UNESCAPED
                && "Url".equals(draft.text("indicatorType"))
                && draft.has("indicatorValue")) {
            draft.given.computeIfPresent("indicatorValue", (name, value) -> ((String) value).replace("%2F", "/"));
        }
        return draft;
    }

    private void take(String sent, JsonNode value, TodayFourthFault fault) {
        String name = sent.equals("externalID") ? "externalId" : sent;
        if (TEXTS.contains(name)) {
            given.put(name, value.isNull() ? null : text(name, value));
        } else if (name.equals("expirationTime")) {
            given.put(name, value.isNull() ? null : time(text(name, value), fault));
        } else if (name.equals("generateAlert")) {
            given.put(name, value.isNull() ? null : flag(value));
        } else if (name.equals("rbacGroupNames")) {
            given.put(name, value.isNull() ? null : names(value, fault));
        }
    }

    private static String text(String name, JsonNode value) {
        if (!value.isString()) {
            throw FourthProblem.bad("InvalidRequestBody", "Request body is incorrect: " + name + " must be a string.");
        }
        String text = value.stringValue();
        if (text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            throw FourthProblem.bad("InvalidRequestBody", "Request body is incorrect: " + name + " is not Unicode.");
        }
        return text;
    }

    private static Instant time(String text, TodayFourthFault fault) {
        Instant time = FourthTimes.parse(text, fault);
        if (time == null) {
            throw FourthProblem.bad(
                    "InvalidRequestBody", "Request body is incorrect: expirationTime '" + text + "' is no time.");
        }
        return fault == TodayFourthFault.FRACTION_CUT_TO_MILLIS ? Instant.ofEpochMilli(time.toEpochMilli()) : time;
    }

    private static Boolean flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw FourthProblem.bad(
                    "InvalidRequestBody", "Request body is incorrect: generateAlert must be a boolean.");
        }
        return value.booleanValue();
    }

    private static List<String> names(JsonNode value, TodayFourthFault fault) {
        if (!value.isArray()) {
            throw FourthProblem.bad(
                    "InvalidRequestBody", "Request body is incorrect: rbacGroupNames must be an array.");
        }
        List<String> names = new ArrayList<>();
        value.forEach(name -> names.add(text("rbacGroupNames", name)));
        if (fault == TodayFourthFault.GROUP_SPLIT_AT_COMMA && !names.isEmpty()) {
            return List.of(String.join(",", names).split(","));
        }
        return List.copyOf(names);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String text(String name) {
        return (String) given.get(name);
    }

    Instant expirationTime() {
        return (Instant) given.get("expirationTime");
    }

    boolean generateAlert() {
        return Boolean.TRUE.equals(given.get("generateAlert"));
    }

    List<String> groups() {
        return given.get("rbacGroupNames") instanceof List<?> names
                ? names.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** Sets a text as if the caller had sent it. */
    void put(String name, String text) {
        given.put(name, text);
    }

    FourthKey key() {
        return new FourthKey(text("indicatorValue"), text("indicatorType"), text("action"));
    }
}
