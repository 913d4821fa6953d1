package dev.tick.reference.first;

import dev.tick.reference.first.ResponseStyle.Tolerance;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a POST or PATCH, and refuses what the documentation does not allow. */
final class EntityBody {

    static final int MAX_BYTES = 1 << 20;

    /** The documented properties that a client may send. */
    static final List<String> PROPERTIES = List.of(
            "indicator",
            "indicatorType",
            "title",
            "expirationTime",
            "action",
            "severity",
            "description",
            "recommendedActions");

    private static final List<String> ACTIONS = List.of("Alert", "AlertAndBlock", "Allowed");
    private static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Tolerance tolerance;
    private final IndicatorFault fault;

    EntityBody(Tolerance tolerance, IndicatorFault fault) {
        this.tolerance = tolerance;
        this.fault = fault;
    }

    /** What a POST names, null where it says null. */
    Map<String, String> submission(byte[] body) throws Rejection {
        JsonNode object = parse(body);
        for (String name : List.of("indicator", "indicatorType", "action")) {
            if (!object.hasNonNull(name)) {
                throw new Rejection(Problem.PARAMETER_MISSING, "Parameter " + name + " is missing.");
            }
        }
        Map<String, String> sent = properties(object);
        IndicatorKind.of(sent.get("indicatorType")).check(sent.get("indicator"));
        return sent;
    }

    /** What a PATCH names, null where it says null. */
    Map<String, String> changes(byte[] body) throws Rejection {
        return properties(parse(body));
    }

    private static JsonNode parse(byte[] body) throws Rejection {
        if (body.length > MAX_BYTES) {
            throw new Rejection(Problem.NOT_JSON, "The body is larger than " + MAX_BYTES + " bytes.");
        }
        try {
            // Decoded here, as the parser would guess at UTF-16 and UTF-32 by itself.
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
            throw new Rejection(Problem.NOT_JSON, "The body is no JSON object.");
        } catch (CharacterCodingException | JacksonException e) {
            throw new Rejection(Problem.NOT_JSON, "The body is no JSON text in UTF-8.");
        }
    }

    private Map<String, String> properties(JsonNode object) throws Rejection {
        rejectMisspelt(object);
        Map<String, String> sent = new LinkedHashMap<>();
        for (String name : PROPERTIES) {
            if (object.has(name)) {
                sent.put(name, checked(name, text(object.get(name), name)));
            }
        }
        return sent;
    }

    private static void rejectMisspelt(JsonNode object) throws Rejection {
        for (String sent : object.propertyNames()) {
            for (String known : PROPERTIES) {
                if (sent.equalsIgnoreCase(known) && !sent.equals(known)) {
                    throw new Rejection(Problem.WRONG_PROPERTY, "There is no " + sent + ", but " + known + ".");
                }
            }
        }
    }

    private String text(JsonNode value, String name) throws Rejection {
        if (value.isNull()) {
            return null;
        }
        if (fault == IndicatorFault.SEVERITY_BY_NUMBER && name.equals("severity") && value.isInt()) {
            return SEVERITIES.get(Math.floorMod(value.intValue(), SEVERITIES.size()));
        }
        // An escaped lone surrogate is text to JSON, but could not be echoed in UTF-8.
        if (!value.isString() || !StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue())) {
            throw new Rejection(Problem.WRONG_PROPERTY, "Parameter " + name + " is no string.");
        }
        return value.stringValue();
    }

    private String checked(String name, String value) throws Rejection {
        if (value == null) {
            return null;
        }
        return switch (name) {
            case "indicatorType" -> word(IndicatorKind.words(), name, value);
            case "action" -> word(ACTIONS, name, value);
            case "severity" -> word(SEVERITIES, name, value);
            case "expirationTime" -> expiration(value);
            default -> value;
        };
    }

    private String word(List<String> allowed, String name, String value) throws Rejection {
        for (String known : allowed) {
            if (tolerance == Tolerance.LENIENT ? known.equalsIgnoreCase(value) : known.equals(value)) {
                return known;
            }
        }
        throw new Rejection(Problem.UNKNOWN_WORD, "Parameter " + name + " has no value '" + value + "'.");
    }

    private String expiration(String value) throws Rejection {
        Instant time = instant(value);
        if (tolerance == Tolerance.STRICT && !time.isAfter(Instant.now())) {
            throw new Rejection(
                    Problem.EXPIRATION_PAST, "Expiration time " + value + " is past: the indicator is inactive.");
        }
        return value;
    }

    private static Instant instant(String value) throws Rejection {
        try {
            if (DATE_TIME.matcher(value).matches()) {
                OffsetDateTime time = OffsetDateTime.parse(value);
                int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return time.toInstant();
                }
            }
            throw new Rejection(Problem.WRONG_PROPERTY, "Expiration time " + value + " is no time with an offset.");
        } catch (DateTimeException e) {
            throw new Rejection(Problem.WRONG_PROPERTY, "Expiration time " + value + " does not exist.");
        }
    }
}
