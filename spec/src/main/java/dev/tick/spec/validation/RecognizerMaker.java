package dev.tick.spec.validation;

import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.regex.RegularExpression;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.text.Timestamp;
import dev.tick.spec.validation.Recognizer.Recognition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Makes recognizers of the schemas of a contract. It knows the keywords that most bodies need; whatever it does not know exactly makes
 * the recognizer say so, never guess. A submit took 10 microseconds of the schema library, and takes less than one of these.
 */
final class RecognizerMaker {
    private static final Set<String> SAY_NOTHING =
            Set.of("description", "title", "default", "example", "examples", "then", "else");
    private static final Recognizer SOUND = value -> Recognition.SOUND;

    private final Contract contract;
    private final Clock clock;

    /** Schemas on the way to the one that is made, for those that lead to themselves. */
    private final Set<String> begun = new HashSet<>();

    /**
     * Begins with a contract.
     *
     * @param clock tells which instants have passed
     */
    RecognizerMaker(Contract contract, Clock clock) {
        this.contract = contract;
        this.clock = clock;
    }

    /** Makes the recognizer of the schema at a JSON pointer, which may lead through references. */
    Recognizer make(String pointer) {
        JsonNode schema = contract.at(pointer);
        if (!schema.isObject()) {
            return schema.isBoolean() && schema.booleanValue() ? SOUND : Recognizer.none();
        }
        String place = contract.resolved(pointer);
        if (!begun.add(place)) {
            return Recognizer.none();
        }
        List<Recognizer> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!SAY_NOTHING.contains(keyword.getKey())) {
                parts.add(keyword(pointer, schema, keyword.getKey(), keyword.getValue()));
            }
        }
        begun.remove(place);
        return Recognizer.all(parts);
    }

    private Recognizer keyword(String pointer, JsonNode schema, String keyword, JsonNode says) {
        String below = pointer + "/" + keyword;
        return switch (keyword) {
            case "$ref" -> make(below);
            case "allOf" -> Recognizer.all(branches(below, says));
            case "anyOf" -> Recognizer.any(branches(below, says));
            case "if" ->
                Recognizer.conditional(
                        make(below),
                        schema.has("then") ? make(pointer + "/then") : SOUND,
                        schema.has("else") ? make(pointer + "/else") : SOUND);
            case "properties" -> properties(below, schema);
            case "additionalProperties" ->
                // Together with the properties.
                schema.has("properties") && says.isBoolean() ? SOUND : Recognizer.none();
            case "items" -> items(make(below));
            case FutureInstant.NAME -> value -> Recognizer.known(!FutureInstant.hasPassed(value, clock));
            default -> keyword.startsWith("x-") ? SOUND : simple(keyword, says);
        };
    }

    private List<Recognizer> branches(String pointer, JsonNode branches) {
        List<Recognizer> made = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            made.add(make(pointer + "/" + i));
        }
        return made;
    }

    private Recognizer properties(String pointer, JsonNode schema) {
        Map<String, Recognizer> known = new HashMap<>();
        for (String name : schema.path("properties").propertyNames()) {
            known.put(name, make(pointer + "/" + LocatedDocument.segment(name)));
        }
        JsonNode others = schema.path("additionalProperties");
        Recognition ofOthers = others.isBoolean() && !others.booleanValue() ? Recognition.BROKEN : Recognition.SOUND;
        return value -> {
            Recognition found = Recognition.SOUND;
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                Recognizer one = known.get(property.getKey());
                found = found.and(one == null ? ofOthers : one.of(property.getValue()));
            }
            return found;
        };
    }

    private static Recognizer items(Recognizer each) {
        return value -> {
            Recognition found = Recognition.SOUND;
            for (int i = 0; value.isArray() && i < value.size() && found != Recognition.BROKEN; i++) {
                found = found.and(each.of(value.get(i)));
            }
            return found;
        };
    }

    private static Recognizer simple(String keyword, JsonNode says) {
        return switch (keyword) {
            case "type" -> type(says);
            case "required" -> {
                List<String> names = strings(says);
                yield value ->
                        Recognizer.known(!value.isObject() || names.stream().allMatch(value::has));
            }
            case "const" -> says.isString() ? oneOf(Set.of(says.asString())) : Recognizer.none();
            case "enum" ->
                says.valueStream().allMatch(JsonNode::isString) ? oneOf(Set.copyOf(strings(says))) : Recognizer.none();
            case "pattern" -> {
                RegularExpression pattern = SchemaRegistryConfig.getInstance()
                        .getRegularExpressionFactory()
                        .getRegularExpression(says.asString());
                yield ofText(text -> Recognizer.known(pattern.matches(text)));
            }
            case "format" -> format(says.asString());
            case "minLength" -> ofText(text -> Recognizer.known(length(text) >= says.asInt()));
            case "maxLength" -> ofText(text -> Recognizer.known(length(text) <= says.asInt()));
            case "minItems" -> value -> Recognizer.known(!value.isArray() || value.size() >= says.asInt());
            case "maxItems" -> value -> Recognizer.known(!value.isArray() || value.size() <= says.asInt());
            default -> Recognizer.none();
        };
    }

    private static Recognizer type(JsonNode says) {
        List<String> types = says.isString() ? List.of(says.asString()) : strings(says);
        List<Recognizer> each = types.stream().map(RecognizerMaker::type).toList();
        return each.size() == 1 ? each.get(0) : Recognizer.any(each);
    }

    private static Recognizer type(String name) {
        return switch (name) {
            case "string" -> value -> Recognizer.known(value.isString());
            case "object" -> value -> Recognizer.known(value.isObject());
            case "array" -> value -> Recognizer.known(value.isArray());
            case "boolean" -> value -> Recognizer.known(value.isBoolean());
            case "null" -> value -> Recognizer.known(value.isNull());
            // Of a number with a fraction the library tells whether that is zero.
            case "number", "integer" ->
                value -> value.isIntegralNumber()
                        ? Recognition.SOUND
                        : value.isNumber() ? Recognition.UNKNOWN : Recognition.BROKEN;
            default -> Recognizer.none();
        };
    }

    private static Recognizer oneOf(Set<String> words) {
        return value -> value.isString() ? Recognizer.known(words.contains(value.asString())) : Recognition.BROKEN;
    }

    private static Recognizer format(String name) {
        return switch (name) {
            case "date-time" -> ofText(text -> sound(text, Timestamp::isPlain));
            case "ipv4" -> ofText(text -> sound(text, PlainAddress::is));
            default -> ofText(text -> Recognition.UNKNOWN);
        };
    }

    /** Returns that a text is sound; where a quick look does not find it so, it may be all the same. */
    private static Recognition sound(String text, Predicate<String> plain) {
        return plain.test(text) ? Recognition.SOUND : Recognition.UNKNOWN;
    }

    /** Recognizes a text; what is none is sound, since the keyword does not concern it. */
    private static Recognizer ofText(TextLook look) {
        return value -> value.isString() ? look.of(value.asString()) : Recognition.SOUND;
    }

    /** A quick look at a text. */
    private interface TextLook {
        Recognition of(String text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
