package dev.tick.reference.firstsecond;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks the body of POST and PATCH. */
final class SecondBody {
    static final List<String> TYPES = List.of("FileSha1", "FileSha256", "IpAddress", "DomainName", "Url");
    static final List<String> ACTIONS = List.of("Alert", "AlertAndBlock", "Allowed");
    static final List<String> SEVERITIES = List.of("Informational", "Low", "Medium", "High");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode node;
    private final FirstSecondFault fault;

    SecondBody(byte[] bytes, FirstSecondFault fault) {
        this.fault = fault;
        JsonNode read;
        try {
            read = MAPPER.readTree(bytes);
        } catch (JacksonException wrong) {
            throw SecondProblem.body("Request body is incorrect: it is not well-formed JSON.");
        }
        if (read == null || !read.isObject()) {
            throw SecondProblem.body("Request body is incorrect: a JSON object is expected.");
        }
        for (String name : read.propertyNames()) {
            for (String known : SecondIndicator.PROPERTIES) {
                if (known.equalsIgnoreCase(name) && !known.equals(name)) {
                    throw SecondProblem.body("Request body is incorrect: property " + name + " is unknown.");
                }
            }
        }
        this.node = read;
    }

    boolean has(String property) {
        return node.has(property);
    }

    /** A required text. */
    String required(String property) {
        String value = text(property);
        if (value == null) {
            throw new SecondProblem(400, "MissingRequiredParameter", "Parameter " + property + " is missing.");
        }
        return value;
    }

    /** A text, or null when absent or null. */
    String text(String property) {
        JsonNode value = node.get(property);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw SecondProblem.body("Request body is incorrect: " + property + " is not a text.");
        }
        String text = value.stringValue();
        if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw SecondProblem.body("Request body is incorrect: " + property + " holds half a character.");
        }
        return text;
    }

    static String oneOf(List<String> allowed, String property, String value) {
        if (value != null && !allowed.contains(value)) {
            throw SecondProblem.body("Request body is incorrect: " + value + " is no value of " + property + ".");
        }
        return value;
    }

    /** The optional properties that are present, with null for an explicit null; severity is not checked yet. */
    Map<String, Object> present(Instant now) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String property : SecondIndicator.OPTIONAL) {
            if (node.has(property)) {
                found.put(property, property.equals("expirationTime") ? expiration(now) : stored(property));
            }
        }
        return found;
    }

    private String stored(String property) {
        String text = text(property);
        if (text == null) {
            return null;
        }
        if (fault == FirstSecondFault.EMPTY_TEXT_NULLED && property.equals("description") && text.isEmpty()) {
            return null;
        }
        if (fault == FirstSecondFault.ASTRAL_LOST) {
            return text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "\uFFFD");
        }
        return text;
    }

    private Instant expiration(Instant now) {
        String text = text("expirationTime");
        if (text == null) {
            return null;
        }
        Instant time = SecondTime.read(text, fault);
        if (time == null) {
            throw SecondProblem.body("Request body is incorrect: expirationTime " + text + " is no date and time.");
        }
        if (!time.isAfter(now)) {
            throw new SecondProblem(
                    400, "BadRequest", "Expiration time " + text + " has passed: the indicator is inactive.");
        }
        return time;
    }
}
