package dev.tick.doccheck.drift;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The types that pages distinguish, with the names they use for them. */
enum ValueKind {
    STRING("String", "guid uri url"),
    ENUM("Enum", "enumeration"),
    INSTANT("DateTimeOffset", "datetime date-time date"),
    BOOLEAN("Boolean", "bool"),
    INTEGER("Int", "int32 int64 integer long"),
    NUMBER("Double", "decimal float number"),
    ARRAY("List", "array collection"),
    OBJECT("Object", "json");

    private final String word;
    private final String others;

    ValueKind(String word, String others) {
        this.word = word;
        this.others = " " + others + " ";
    }

    /** Returns the word that pages use most. */
    String word() {
        return word;
    }

    /** Returns the type of this name; "list" or "collection" may be followed or preceded by the item type. */
    static Optional<ValueKind> named(String text) {
        String small = text.toLowerCase(Locale.ROOT).strip();
        if (small.endsWith("[]") || small.matches("(list|array|collection)\\b.*|.*\\b(list|array|collection)")) {
            return Optional.of(ARRAY);
        }
        String name = small.replaceAll("^nullable\\s+|^edm\\.|\\?$", "");
        return Stream.of(values())
                .filter(kind ->
                        kind.word.toLowerCase(Locale.ROOT).equals(name) || kind.others.contains(" " + name + " "))
                .findFirst();
    }

    /** Returns the page's word for the item type of a list, in the singular; empty where it has none. */
    static Optional<String> item(String text) {
        String item = text.strip()
                .replaceAll("\\[]$", "")
                .replaceAll("(?i)\\b(list|array|collection)\\b(\\s+of\\b)?|[<>*()]", " ")
                .strip();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(named(item).isEmpty() ? item.replaceAll("s$", "") : item);
    }

    /** Returns the type that a schema allows beside null; empty if it allows several or states none. */
    static Optional<ValueKind> of(JsonNode schema) {
        if (schema.has("enum")) {
            return Optional.of(ENUM);
        }
        List<String> types = Stream.concat(
                        Stream.of(schema.path("type")), schema.path("type").valueStream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(type -> !type.equals("null"))
                .toList();
        return types.size() == 1 ? json(types.get(0), schema.path("format").asString("")) : Optional.empty();
    }

    private static Optional<ValueKind> json(String type, String format) {
        return Optional.ofNullable(
                switch (type) {
                    case "string" -> format.equals("date-time") ? INSTANT : STRING;
                    case "boolean" -> BOOLEAN;
                    case "integer" -> INTEGER;
                    case "number" -> NUMBER;
                    case "array" -> ARRAY;
                    case "object" -> OBJECT;
                    default -> null;
                });
    }
}
