package dev.tick.reference.today;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a caller may say of an indicator, checked; what it said beyond that is dropped. */
record Submission(ObjectNode content, Optional<Instant> expiration) {
    private static final List<String> REQUIRED =
            List.of("indicatorValue", "indicatorType", "action", "title", "description");
    private static final List<String> OPTIONAL =
            List.of("application", "expirationTime", "severity", "recommendedActions", "educateUrl", "externalId");
    private static final Set<String> TYPES =
            Set.of("FileSha1", "FileSha256", "FileMd5", "CertificateThumbprint", "IpAddress", "DomainName", "Url");
    private static final Set<String> ACTIONS =
            Set.of("Warn", "Block", "Audit", "Alert", "AlertAndBlock", "BlockAndRemediate", "Allowed");
    private static final Set<String> SEVERITIES = Set.of("Informational", "Low", "Medium", "High");

    static Submission read(ObjectNode body, TodayFault breakage) throws Refusal {
        for (String name : REQUIRED) {
            if (body.path(name).isMissingNode() || body.path(name).isNull()) {
                throw Refusal.missing(name);
            }
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String name : Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList()) {
            content.set(name, text(name, body.path(name)));
        }
        content.set("rbacGroupNames", names(body.path("rbacGroupNames")));
        content.set("generateAlert", truth("generateAlert", body.path("generateAlert")));
        oneOf("indicatorType", TYPES, content);
        oneOf("action", ACTIONS, content);
        oneOf("severity", SEVERITIES, content);
        ValueCheck.check(
                content.path("indicatorType").asString(),
                content.path("indicatorValue").asString());
        if (content.path("action").asString().equals("Audit")
                && !content.path("generateAlert").asBoolean(false)
                && breakage != TodayFault.AUDIT_WITHOUT_ALERT_ACCEPTED) {
            throw Refusal.bad("generateAlert must be true where the action is Audit.");
        }
        return new Submission(content, expiration(content));
    }

    String value() {
        return content.path("indicatorValue").asString();
    }

    boolean isSameKindAs(ObjectNode entity) {
        return content.path("indicatorType").equals(entity.path("indicatorType"))
                && content.path("action").equals(entity.path("action"));
    }

    /** Refused for the whole call, even in a batch. */
    void demandNotPassed(Instant now) throws Refusal {
        if (expiration.isPresent() && !expiration.get().isAfter(now)) {
            throw Refusal.bad("Indicator " + value() + " is inactive: its expirationTime "
                    + Times.write(expiration.get()) + " has passed.");
        }
    }

    private static Optional<Instant> expiration(ObjectNode content) throws Refusal {
        JsonNode written = content.path("expirationTime");
        if (written.isNull()) {
            return Optional.empty();
        }
        Instant time = Times.read(written.asString())
                .orElseThrow(() -> Refusal.body("expirationTime " + written + " is no timestamp with an offset."));
        content.put("expirationTime", Times.write(time));
        return Optional.of(time);
    }

    private static JsonNode text(String name, JsonNode given) throws Refusal {
        if (given.isMissingNode() || given.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (!given.isString() || !StandardCharsets.UTF_8.newEncoder().canEncode(given.asString())) {
            throw Refusal.body(name + " must be a string of whole characters.");
        }
        return given;
    }

    private static JsonNode truth(String name, JsonNode given) throws Refusal {
        if (given.isMissingNode() || given.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (!given.isBoolean()) {
            throw Refusal.body(name + " must be true or false.");
        }
        return given;
    }

    /** The page calls it a comma-separated list and shows an array: both are read. Empty is every device. */
    private static ArrayNode names(JsonNode given) throws Refusal {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        if (given.isArray()) {
            for (JsonNode name : given) {
                if (name.isNull()) {
                    throw Refusal.body("rbacGroupNames holds a null.");
                }
                names.add(text("rbacGroupNames", name));
            }
        } else if (!text("rbacGroupNames", given).isNull()) {
            Stream.of(given.asString().split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    private static void oneOf(String name, Set<String> values, ObjectNode content) throws Refusal {
        JsonNode given = content.path(name);
        if (!given.isNull() && !values.contains(given.asString())) {
            throw Refusal.body(name + " " + given + " is none of the listed values.");
        }
    }
}
