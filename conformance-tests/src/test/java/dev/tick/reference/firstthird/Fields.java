package dev.tick.reference.firstthird;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The properties of a request body; what nobody knows is passed over. */
final class Fields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Map<String, String> given = new HashMap<>();
    private final Times times;
    private final FirstThirdFault fault;

    private Fields(Times times, FirstThirdFault fault) {
        this.times = times;
        this.fault = fault;
    }

    static Fields read(byte[] body, Times times, FirstThirdFault fault) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw Refusal.body("Request body is incorrect: it is not JSON.");
        }
        if (root == null || !root.isObject()) {
            throw Refusal.body("Request body is incorrect: a JSON object is required.");
        }
        Fields fields = new Fields(times, fault);
        for (String name : Schema.WRITABLE) {
            JsonNode node = root.get(name);
            if (node != null) {
                fields.take(name, node);
            }
        }
        return fields;
    }

    private void take(String name, JsonNode node) {
        if (!node.isNull() && !node.isString()) {
            throw Refusal.body("Request body is incorrect: " + name + " must be a string.");
        }
        String text = node.isNull() ? null : node.stringValue();
        if (text != null && text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            throw Refusal.body("Request body is incorrect: " + name + " is not Unicode text.");
        }
        given.put(name, text);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String raw(String name) {
        return given.get(name);
    }

    /** The given text, or what stands there already. */
    String text(String name, String before) {
        if (!has(name)) {
            return before;
        }
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        if (fault == FirstThirdFault.EMPTY_TITLE_BECOMES_NULL && name.equals("title") && text.isEmpty()) {
            return null;
        }
        if (fault == FirstThirdFault.DESCRIPTION_CUT && name.equals("description") && text.length() > 1024) {
            return text.substring(0, 1024);
        }
        if (fault == FirstThirdFault.ASTRAL_CHARACTERS_LOST) {
            return text.replaceAll("[^\\x{0}-\\x{FFFF}]", "\uFFFD");
        }
        return text;
    }

    String required(String name) {
        String text = given.get(name);
        if (text == null) {
            throw new Refusal(400, "MissingRequiredParameter", "Parameter " + name + " is missing.");
        }
        if (text.isBlank()) {
            throw new Refusal(400, "InvalidInput", "Parameter " + name + " is empty.");
        }
        return text;
    }

    /** The given member of an enumeration, or what stands there already. */
    String member(String name, String before) {
        if (!has(name)) {
            return before;
        }
        String text = given.get(name);
        if (text != null && !Schema.ENUMS.get(name).contains(text)) {
            throw Refusal.body("Request body is incorrect: " + text + " is no value of " + name + ".");
        }
        return text;
    }

    /** The given expiry, which lies ahead, or what stands there already. */
    Instant expiration(Instant before, Instant now) {
        if (!has("expirationTime")) {
            return before;
        }
        String text = given.get("expirationTime");
        if (text == null) {
            return null;
        }
        Instant moment = times.read(text);
        if (moment == null) {
            throw Refusal.body("Request body is incorrect: expirationTime " + text + " is no date and time.");
        }
        if (!moment.isAfter(now)) {
            throw new Refusal(400, "BadRequest", "Indicator is inactive: expirationTime " + text + " has passed.");
        }
        return moment;
    }
}
