package dev.tick.spec.defect;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.LocatedDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Proposes, for the keywords at and below a place in a schema, values just beyond what they allow. */
final class BoundaryValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONDITION = "/then/";
    private static final String ITEM = "/items/";
    private static final String HEX = "[0-9A-Fa-f]{32,64}";
    private static final String HOST = "[a-z0-9-]+([.][a-z0-9-]+)+";
    private static final int SHA1 = 40;
    private static final int SHA256 = 64;

    /** With a letter beyond ASCII, which an answer that cites it must write in UTF-8. */
    private static final String NO_VALUE = "no v\u00E4lue";

    /** Each of another JSON type than any other. */
    private static final List<JsonNode> TYPES = List.of(
            JSON.numberNode(5),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.nullNode(),
            JSON.stringNode(NO_VALUE));

    private static final List<String> WORDS = List.of(NO_VALUE, "");

    /** A parser of enumerations may take the number of a value for its name. */
    private static final List<String> LISTED = List.of(NO_VALUE, "", "1");

    /** A label has at most 63 characters (RFC 1035, section 2.3.4). */
    private static final String LONG_LABEL = "x".repeat(64) + ".example";

    private static final List<String> NO_HOSTS =
            List.of("host..example", "https://host.example/path", NO_VALUE, "", LONG_LABEL);

    /** No value of the format; a missing offset is left out, since DateTimeOffset is often read without. */
    private static final Map<String, List<String>> FORMATS = Map.of(
            "date-time", List.of(NO_VALUE, "", "2999-02-30T00:00:00Z", "2999-01-01T25:00:00Z"),
            "ipv4", List.of("256.0.2.1", "192.0.2.10.1", "192.0.2.10:80", "host.example", ""),
            "ipv6", List.of("2001:db8::g"),
            "idn-hostname", NO_HOSTS,
            "uri", List.of("host.example", "https://", NO_VALUE, ""));

    private final Contract contract;

    BoundaryValues(Contract contract) {
        this.contract = contract;
    }

    /**
     * Returns candidates that may break the constraints at and below a pointer. Values of another JSON type are proposed only for a
     * type or for alternatives; elsewhere they would break more than one constraint.
     */
    List<BoundaryValue> beyond(String pointer, JsonNode sound) {
        int item = pointer.lastIndexOf(ITEM);
        if (item >= 0 && sound.isArray()) {
            return beyond(pointer.substring(item + 1), pointer, sound.path(0)).stream()
                    .map(candidate -> candidate.first(sound))
                    .toList();
        }
        return beyond(pointer, pointer, sound);
    }

    private List<BoundaryValue> beyond(String place, String pointer, JsonNode sound) {
        Set<BoundaryValue> candidates = new LinkedHashSet<>();
        if (place.endsWith("/type") || (place.endsWith("/anyOf") && !pointer.contains(CONDITION))) {
            TYPES.forEach(value -> candidates.add(BoundaryValue.of(value)));
        }
        if (place.endsWith("/minItems") || place.endsWith("/maxItems")) {
            candidates.add(
                    BoundaryValue.ofLength(contract.at(pointer).asInt() + (place.endsWith("/maxItems") ? 1 : -1)));
        }
        collect(pointer, sound.asString(""), candidates);
        return List.copyOf(candidates);
    }

    private void collect(String pointer, String sound, Set<BoundaryValue> candidates) {
        JsonNode node = contract.at(pointer);
        switch (pointer.substring(pointer.lastIndexOf('/') + 1)) {
            case "enum" -> LISTED.forEach(word -> candidates.add(BoundaryValue.of(word)));
            case "format" ->
                FORMATS.getOrDefault(node.asString(""), WORDS).forEach(text -> candidates.add(BoundaryValue.of(text)));
            case "const" -> candidates.addAll(truths(node));
            case "pattern" ->
                candidates.addAll(sound.matches(HEX) ? digits(sound) : sound.matches(HOST) ? of(NO_HOSTS) : of(WORDS));
            default -> {
                for (int i = 0; node.isArray() && i < node.size(); i++) {
                    collect(pointer + "/" + i, sound, candidates);
                }
                for (String keyword : List.of("$ref", "anyOf", "const", "enum", "format", "pattern")) {
                    if (node.has(keyword)) {
                        collect(pointer + "/" + LocatedDocument.segment(keyword), sound, candidates);
                    }
                }
            }
        }
    }

    /** Returns the other boolean; words for a constant that is none. */
    private static List<BoundaryValue> truths(JsonNode constant) {
        return constant.isBoolean() ? List.of(BoundaryValue.of(JSON.booleanNode(!constant.asBoolean()))) : of(WORDS);
    }

    private static List<BoundaryValue> of(List<String> texts) {
        return texts.stream().map(BoundaryValue::of).toList();
    }

    private static List<BoundaryValue> digits(String sound) {
        int other = sound.length() == SHA1 ? SHA256 : SHA1;
        List<BoundaryValue> candidates = new ArrayList<>();
        candidates.add(BoundaryValue.named("one digit short", sound.substring(1)));
        candidates.add(BoundaryValue.named("one digit long", sound + "0"));
        candidates.add(BoundaryValue.named("with a digit of another script", "\uFF11" + sound.substring(1)));
        candidates.add(BoundaryValue.named("with a letter that is no digit", "g" + sound.substring(1)));
        candidates.add(
                BoundaryValue.named("of " + other + " digits", sound.repeat(2).substring(0, other)));
        candidates.add(BoundaryValue.of(""));
        return candidates;
    }
}
