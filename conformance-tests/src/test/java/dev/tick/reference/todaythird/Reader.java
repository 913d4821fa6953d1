package dev.tick.reference.todaythird;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one indicator from a request's body: presence, JSON types, enumerations, times. */
final class Reader {
    static final List<String> TYPES =
            List.of("FileSha1", "FileMd5", "CertificateThumbprint", "FileSha256", "IpAddress", "DomainName", "Url");
    static final List<String> ACTIONS =
            List.of("Alert", "Warn", "Block", "Audit", "BlockAndRemediate", "AlertAndBlock", "Allowed");
    private static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");

    private final TodayThirdFault fault;
    private final Clock clock;

    Reader(TodayThirdFault fault, Clock clock) {
        this.fault = fault;
        this.clock = clock;
    }

    Submission read(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Problem.body("An indicator must be a JSON object.");
        }
        Set<String> given = new HashSet<>(body.propertyNames());
        String external = given.contains("externalId") ? "externalId" : "externalID";
        return new Submission(
                required(body, "indicatorValue"),
                word(body, "indicatorType", TYPES, true),
                word(body, "action", ACTIONS, true),
                title(body),
                required(body, "description"),
                text(body, "application"),
                expiration(body),
                word(body, "severity", SEVERITIES, false),
                text(body, "recommendedActions"),
                groups(body),
                text(body, "educateUrl"),
                alert(body),
                text(body, external),
                given);
    }

    private String title(JsonNode body) {
        String title = required(body, "title");
        if (fault == TodayThirdFault.RARE_CHARACTERS_LOST) {
            return title.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
        }
        return title;
    }

    private static String required(JsonNode body, String name) {
        String text = text(body, name);
        if (text == null) {
            throw Problem.missing(name);
        }
        if (text.isBlank()) {
            throw Problem.input("Parameter " + name + " is empty.");
        }
        return text;
    }

    private static String text(JsonNode body, String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw Problem.body("Parameter " + name + " must be a string.");
        }
        if (!Json.wellFormed(node.stringValue())) {
            throw Problem.body("Parameter " + name + " holds half of a surrogate pair.");
        }
        return node.stringValue();
    }

    private static String word(JsonNode body, String name, List<String> words, boolean required) {
        String text = required ? required(body, name) : text(body, name);
        if (text == null) {
            return null;
        }
        return words.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Problem.body("Value " + text + " of " + name + " is not one of " + words + "."));
    }

    private static Boolean alert(JsonNode body) {
        JsonNode node = body.get("generateAlert");
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            throw Problem.body("Parameter generateAlert must be a Boolean.");
        }
        return node.booleanValue();
    }

    private static List<String> groups(JsonNode body) {
        JsonNode node = body.get("rbacGroupNames");
        List<String> names = new ArrayList<>();
        if (node == null || node.isNull()) {
            return names;
        }
        if (!node.isArray()) {
            throw Problem.body("Parameter rbacGroupNames must be an array of strings.");
        }
        for (JsonNode name : node) {
            if (!name.isString() || !Json.wellFormed(name.stringValue())) {
                throw Problem.body("Parameter rbacGroupNames must hold strings.");
            }
            names.add(name.stringValue());
        }
        return names;
    }

    private Instant expiration(JsonNode body) {
        String text = text(body, "expirationTime");
        if (text == null) {
            return null;
        }
        Instant time = Times.parse(text, fault != TodayThirdFault.OFFSET_MINUTES_LOST);
        if (time == null) {
            throw Problem.body("Value " + text + " of expirationTime is not a date and time.");
        }
        if (!time.isAfter(clock.instant())) {
            throw new Problem(
                    400,
                    "BadRequest",
                    "Indicator expiration time " + text + " is in the past, the indicator is inactive.");
        }
        return fault == TodayThirdFault.FRACTION_CUT ? time.truncatedTo(ChronoUnit.MILLIS) : time;
    }
}
