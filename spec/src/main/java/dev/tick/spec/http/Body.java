package dev.tick.spec.http;

import dev.tick.spec.document.InvalidJsonException;
import dev.tick.spec.document.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body of a message: its bytes, and the JSON value that they say, which is parsed when it is first asked for and never again.
 * Safe for use by many threads. Nobody changes its bytes or its JSON value; whoever wants another takes a copy.
 */
public final class Body {
    private static final Body NONE = of(new byte[0]);
    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

    private final byte[] bytes;
    private final Parser parser;
    private final Optional<JsonNode> meant;
    private Optional<Parsed> parsed;

    /** Parses bytes as one JSON value. */
    public interface Parser {
        /**
         * Parses a body.
         *
         * @throws InvalidJsonException when the bytes are not one JSON value, saying why
         */
        JsonNode parse(byte[] bytes);
    }

    /** The form of a body, seen before its properties. */
    public enum Shape {
        /** No byte. */
        EMPTY,
        /** One JSON object, as every operation wants it. */
        OBJECT,
        /** A JSON array. */
        ARRAY,
        /** A JSON string, number, boolean or null. */
        SCALAR,
        /** Nested more deeply than is read. */
        DEEP,
        /** No JSON. */
        MALFORMED
    }

    /** The result of parsing: a value, or a missing one and the reason. */
    private record Parsed(JsonNode value, Shape shape, Optional<String> problem) {}

    private Body(byte[] bytes, Parser parser, Optional<JsonNode> meant, Optional<Parsed> parsed) {
        this.bytes = bytes;
        this.parser = parser;
        this.meant = meant;
        this.parsed = parsed;
    }

    /** Returns the body of a message that has none. */
    public static Body none() {
        return NONE;
    }

    /** Returns a body of these bytes, which are not copied. */
    public static Body of(byte[] bytes) {
        return of(bytes, Json::read);
    }

    /** Returns a body of these bytes, which are not copied, to be parsed by this parser once at most. */
    public static Body of(byte[] bytes, Parser parser) {
        return new Body(bytes, parser, Optional.empty(), Optional.empty());
    }

    /** Returns a body of this text in UTF-8. */
    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a body that says this JSON value, which is not copied, in UTF-8; half a surrogate pair is escaped. */
    public static Body of(JsonNode value) {
        return new Body(
                written(value),
                Json::read,
                Optional.of(value),
                Optional.of(new Parsed(value, shape(value), Optional.empty())));
    }

    /** UTF-8 has no bytes for half a surrogate pair; as an escape it comes back as it was sent. */
    private static byte[] written(JsonNode value) {
        String text = value.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // To read it back is quicker than to look at each character.
        return new String(bytes, StandardCharsets.UTF_8).equals(text)
                ? bytes
                : HALF_PAIR
                        .matcher(text)
                        .replaceAll(half -> String.format(
                                Locale.ROOT, "\\\\u%04x", (int) half.group().charAt(0)))
                        .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a body of this text that still {@linkplain #meant means} what this one does: this one, broken on purpose. */
    public Body brokenTo(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8), parser, meant(), Optional.empty());
    }

    /** Returns a body of the same bytes that is parsed anew when it is asked for, and takes no memory for it until then. */
    public Body unparsed() {
        return new Body(bytes, parser, Optional.empty(), Optional.empty());
    }

    /** Returns the bytes, not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns whether there is no byte. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns whether the message has no body at all; one that was emptied on purpose is a body. */
    public boolean isAbsent() {
        return isEmpty() && meant().isEmpty();
    }

    /** Returns the bytes as UTF-8 text, with a replacement character for each that is none. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the JSON value that the bytes say; a missing node when they say none. */
    public JsonNode json() {
        return parsed().value();
    }

    /** Returns the reason why the bytes are not one JSON value; empty when they are one. */
    public Optional<String> problem() {
        return parsed().problem();
    }

    /** Returns the form of the body. */
    public Shape shape() {
        return parsed().shape();
    }

    /** Returns the JSON value that the sender meant: what a body that was broken on purpose said before; empty when there is none. */
    public Optional<JsonNode> meant() {
        return meant.or(() -> Optional.of(json()).filter(value -> !value.isMissingNode()));
    }

    /** Returns the items of the only list in the body; none where there is no list. */
    public List<JsonNode> items() {
        return items(json());
    }

    /** Returns the items of the only list in a JSON object; none where there is no list. */
    public static List<JsonNode> items(JsonNode value) {
        return listName(value)
                .map(name -> value.path(name).valueStream().toList())
                .orElse(List.of());
    }

    /** Returns the name of the only list in a JSON object; empty where there is none. */
    public static Optional<String> listName(JsonNode value) {
        return value.properties().stream()
                .filter(property -> property.getValue().isArray())
                .map(property -> property.getKey())
                .findFirst();
    }

    private synchronized Parsed parsed() {
        if (parsed.isEmpty()) {
            parsed = Optional.of(parse());
        }
        return parsed.get();
    }

    private Parsed parse() {
        try {
            JsonNode value = parser.parse(bytes);
            return new Parsed(value, shape(value), Optional.empty());
        } catch (InvalidJsonException e) {
            Shape shape = isEmpty()
                    ? Shape.EMPTY
                    : switch (e.reason()) {
                        case TOO_DEEP -> Shape.DEEP;
                        case NOT_ONE_VALUE -> Shape.MALFORMED;
                    };
            return new Parsed(
                    JsonNodeFactory.instance.missingNode(), shape, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static Shape shape(JsonNode value) {
        return value.isObject() ? Shape.OBJECT : value.isArray() ? Shape.ARRAY : Shape.SCALAR;
    }

    /** Bodies are equal when their bytes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
