package dev.tick.spec.document;

import dev.tick.spec.text.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The type that the value of a key has.
 *
 * @param expected the type in words, such as {@code a number from 1 to 5}
 * @param accepts whether a value is of it
 * @param words the only texts of this type; empty where it takes others, too
 * @param remedy what to do about a value of another type; empty where that is plain
 */
public record FieldType(String expected, Predicate<JsonNode> accepts, List<String> words, String remedy) {
    /** Any value. */
    public static final FieldType ANY = of("a value", value -> true);

    /** Text that is not blank. */
    public static final FieldType TEXT = new FieldType(
            "text",
            value -> value.isString() && !value.asString().isBlank(),
            List.of(),
            "; write it out, in quotes where it is a number");

    /** Text that may be blank or empty. */
    public static final FieldType ANY_TEXT = new FieldType("text", JsonNode::isString, List.of(), TEXT.remedy());

    /** Either of the two words without quotes. */
    public static final FieldType TRUTH = of("true or false", JsonNode::isBoolean);

    /** A list of whatever values. */
    public static final FieldType LIST = of("a list", JsonNode::isArray);

    /** A mapping of names to whatever values. */
    public static final FieldType MAPPING = of("a mapping of names", JsonNode::isObject);

    /** Copies the words. */
    public FieldType {
        words = List.copyOf(words);
    }

    private static FieldType of(String expected, Predicate<JsonNode> accepts) {
        return new FieldType(expected, accepts, List.of(), "");
    }

    /** Returns the type of whole numbers between these, both included. */
    public static FieldType number(int least, int most) {
        return of(
                "a number from " + least + " to " + most,
                value -> value.canConvertToLong()
                        && value.isIntegralNumber()
                        && value.asLong() >= least
                        && value.asLong() <= most);
    }

    /** Returns the type of text that matches a pattern. */
    public static FieldType text(String expected, String pattern) {
        return of(expected, value -> value.isString() && value.asString().matches(pattern));
    }

    /** Returns the type of these words. */
    public static FieldType word(List<String> words) {
        return new FieldType("one of " + words, value -> words.contains(value.asString("")), words, "");
    }

    /** Returns the type of an enum's constants, in lower case with hyphens. */
    public static FieldType word(Enum<?>... constants) {
        return word(Arrays.stream(constants).map(FieldType::spelled).toList());
    }

    /** Returns the type of a list with at least one item, all of the given type. */
    public static FieldType listOf(FieldType item) {
        return of(
                "a list of at least one, each " + item.expected(),
                value -> value.isArray()
                        && !value.isEmpty()
                        && value.valueStream().allMatch(item.accepts()));
    }

    /** Returns the type of a mapping of names to values of the given type. */
    public static FieldType mappingOf(FieldType member) {
        return of(
                "a mapping of names, each with " + member.expected(),
                value -> value.isObject() && value.valueStream().allMatch(member.accepts()));
    }

    /** Returns the type of a mapping of at least one name, each with a value of the given type. */
    public static FieldType namesWith(FieldType member) {
        FieldType mapping = mappingOf(member);
        return of(
                "a mapping of at least one name, each with " + member.expected(),
                value -> !value.isEmpty() && mapping.accepts().test(value));
    }

    /** Returns how a constant is written in documents: in lower case, with hyphens. */
    public static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Describes why a value is not of this type. */
    public String problem(JsonNode value) {
        String got = words.isEmpty() || !value.isString() ? value.toString() : "'" + value.asString() + "'";
        return "expected " + expected + ", got " + got + NearestWord.hint(value.asString(""), words) + remedy;
    }
}
