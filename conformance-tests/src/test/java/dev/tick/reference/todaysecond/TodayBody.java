package dev.tick.reference.todaysecond;

import dev.tick.reference.first.IndicatorKind;
import dev.tick.reference.first.Problem;
import dev.tick.reference.first.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies of today's edition, and refuses what the pages do not allow. */
final class TodayBody {
    static final int MAX_BATCH = 500;

    /** What a client may send, in the order of the page. */
    static final List<String> PROPERTIES = List.of(
            "indicatorValue",
            "indicatorType",
            "action",
            "application",
            "title",
            "description",
            "expirationTime",
            "severity",
            "recommendedActions",
            "rbacGroupNames",
            "educateUrl",
            "generateAlert",
            "externalId");

    private static final List<String> REQUIRED =
            List.of("indicatorValue", "indicatorType", "action", "title", "description");
    private static final List<String> ACTIONS =
            List.of("Warn", "Block", "Audit", "Alert", "AlertAndBlock", "BlockAndRemediate", "Allowed");
    private static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final TodaySecondFault fault;

    TodayBody(TodaySecondFault fault) {
        this.fault = fault;
    }

    static JsonNode object(byte[] body) throws Rejection {
        try {
            JsonNode node = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException | JacksonException e) {
            throw new Rejection(Problem.NOT_JSON, "The body is no JSON text in UTF-8.");
        }
        throw new Rejection(Problem.NOT_JSON, "The body is no JSON object.");
    }

    /** The items of the only list that the page names. */
    List<JsonNode> batch(JsonNode body, String name) throws Rejection {
        if (!body.hasNonNull(name)) {
            throw new Rejection(Problem.PARAMETER_MISSING, "Parameter " + name + " is missing.");
        }
        if (!body.path(name).isArray() || body.path(name).isEmpty()) {
            throw new Rejection(Problem.WRONG_PROPERTY, "Parameter " + name + " is no list, or an empty one.");
        }
        if (body.path(name).size() > MAX_BATCH && fault != TodaySecondFault.IMPORT_WITHOUT_LIMIT) {
            throw new Rejection(
                    Problem.BATCH_TOO_LARGE,
                    "Maximum batch size exceeded. Received: " + body.path(name).size() + ", allowed: 500.");
        }
        return body.path(name).valueStream().toList();
    }

    /** What is submitted, null where nothing is; what nobody documented is dropped. */
    Map<String, Object> submission(JsonNode object) throws Rejection {
        if (!object.isObject()) {
            throw new Rejection(Problem.NOT_JSON, "An indicator is no JSON object.");
        }
        for (String name : REQUIRED) {
            if (!object.hasNonNull(name)) {
                throw new Rejection(Problem.PARAMETER_MISSING, "Parameter " + name + " is missing.");
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : PROPERTIES) {
            values.put(name, object.hasNonNull(name) ? value(name, object.get(name)) : null);
        }
        check(values);
        return values;
    }

    private static Object value(String name, JsonNode value) throws Rejection {
        switch (name) {
            case "generateAlert" -> {
                require(value.isBoolean(), name);
                return value.asBoolean();
            }
            case "rbacGroupNames" -> {
                // The page calls it a text with commas, its example is a list.
                if (value.isString()) {
                    return List.of(value.asString().split(",", -1));
                }
                require(value.isArray() && value.valueStream().allMatch(JsonNode::isString), name);
                return value.valueStream().map(JsonNode::asString).toList();
            }
            default -> {
                require(value.isString(), name);
                return value.asString();
            }
        }
    }

    private void check(Map<String, Object> values) throws Rejection {
        String action = (String) values.get("action");
        word(ACTIONS, "action", action);
        if (values.get("severity") != null) {
            word(SEVERITIES, "severity", (String) values.get("severity"));
        }
        if (action.equals("Audit")
                && !Boolean.TRUE.equals(values.get("generateAlert"))
                && fault != TodaySecondFault.AUDIT_WITHOUT_ALERT) {
            throw new Rejection(Problem.WRONG_PROPERTY, "GenerateAlert must be true for the action Audit.");
        }
        checkValue((String) values.get("indicatorType"), (String) values.get("indicatorValue"));
        if (values.get("expirationTime") != null) {
            checkExpiration((String) values.get("expirationTime"));
        }
    }

    private void checkValue(String type, String value) throws Rejection {
        if (type.equals("FileMd5") || type.equals("CertificateThumbprint")) {
            if (!value.matches(type.equals("FileMd5") ? "[0-9a-fA-F]{32}" : "[0-9a-fA-F]{40}")) {
                throw new Rejection(Problem.WRONG_HASH, "Hash value " + value + " is invalid.");
            }
            return;
        }
        word(IndicatorKind.words(), "indicatorType", type);
        boolean network = fault == TodaySecondFault.CIDR_ACCEPTED && type.equals("IpAddress");
        IndicatorKind.of(type).check(network ? value.replaceFirst("/\\d+$", "") : value);
    }

    private static void checkExpiration(String value) throws Rejection {
        Instant time;
        try {
            time = OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new Rejection(Problem.WRONG_PROPERTY, "Expiration time " + value + " is no time with an offset.");
        }
        if (!time.isAfter(Instant.now())) {
            throw new Rejection(Problem.EXPIRATION_PAST, "Expiration time " + value + " is inactive.");
        }
    }

    private static void word(List<String> allowed, String name, String value) throws Rejection {
        if (!allowed.contains(value)) {
            throw new Rejection(Problem.UNKNOWN_WORD, "Parameter " + name + " has no value '" + value + "'.");
        }
    }

    private static void require(boolean holds, String name) throws Rejection {
        if (!holds) {
            throw new Rejection(Problem.WRONG_PROPERTY, "Parameter " + name + " is of another type.");
        }
    }
}
