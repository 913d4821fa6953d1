package dev.tick.spec.check;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The keys by which a row alters a request. */
final class AlterationKeys {
    private static final int MAX_DIGITS = 9;

    /** Makes a megabyte of a title of ten characters; more would only test memory. */
    private static final int MAX_TIMES = 100_000;

    static final Key SET = Key.optional("set", FieldType.namesWith(FieldType.ANY));
    private static final Key APPEND =
            Key.optional("append", FieldType.namesWith(FieldType.text("text of at least one character", "(?s).+")));
    private static final Key REPEAT = Key.optional("repeat", FieldType.namesWith(FieldType.number(2, MAX_TIMES)));
    private static final Key RENAME = Key.optional("rename", FieldType.namesWith(FieldType.TEXT));
    private static final Key DIGITS = Key.optional("fraction-digits", FieldType.number(0, MAX_DIGITS));
    private static final Key OFFSET =
            Key.optional("offset", FieldType.text("an offset such as \"+02:00\"", "Z|[+-][01][0-9]:[0-5][0-9]"));
    private static final Key HEADERS = Key.optional("headers", FieldType.namesWith(FieldType.ANY_TEXT));
    private static final Key METHOD =
            Key.optional("method", FieldType.text("a method in capitals, such as PUT", "[A-Z]+"));
    private static final Key PATH = Key.optional("path", FieldType.text("a path such as /api", "/[^ ?]*"));
    private static final Key QUERY =
            Key.optional("query", FieldType.text("a query without the question mark", "[^?].*"));
    static final Key AS = Key.optional("as", FieldType.word(AlternateToken.values()));
    private static final Key SCHEME = Key.optional("scheme", FieldType.text("a word such as bearer", "[A-Za-z]+"));

    /** The keys that alter a body. */
    static final List<Key> OF_BODY = List.of(SET, APPEND, REPEAT, RENAME, DIGITS, OFFSET);

    /** The keys that alter a request of a list. */
    static final List<Key> OF_LIST = List.of(HEADERS, PATH, QUERY);

    /** All of them. */
    static final List<Key> ALL =
            List.of(SET, APPEND, REPEAT, RENAME, DIGITS, OFFSET, HEADERS, METHOD, PATH, QUERY, AS, SCHEME);

    private AlterationKeys() {}

    /** Returns the edits in the order of the keys above, which the names of cases rely on. */
    static Alteration read(Fields fields) {
        List<Edit> edits = new ArrayList<>();
        fields.value(SET.name(), SET.type())
                .map(AlterationKeys::values)
                .ifPresent(values -> edits.add(new BodyEdit.SetValues(values)));
        texts(fields, APPEND).ifPresent(texts -> edits.add(new BodyEdit.AppendText(texts)));
        fields.value(REPEAT.name(), REPEAT.type())
                .ifPresent(value -> edits.add(new BodyEdit.RepeatText(members(value, JsonNode::asInt))));
        texts(fields, RENAME).ifPresent(names -> edits.add(new BodyEdit.RenameProperties(names)));
        Optional<Integer> digits = fields.value(DIGITS.name(), DIGITS.type()).map(JsonNode::asInt);
        Optional<String> offset = text(fields, OFFSET);
        if (digits.isPresent() || offset.isPresent()) {
            edits.add(new BodyEdit.TimestampForm(digits, offset));
        }
        texts(fields, HEADERS).ifPresent(values -> edits.add(new HeaderEdit.SetHeaders(values)));
        text(fields, METHOD).ifPresent(method -> edits.add(new TargetEdit.OtherMethod(method)));
        text(fields, PATH).ifPresent(path -> edits.add(new TargetEdit.OtherPath(path)));
        text(fields, QUERY).ifPresent(query -> edits.add(new TargetEdit.SetQuery(query)));
        fields.word(AS.name(), Arrays.asList(AlternateToken.values()))
                .ifPresent(token -> edits.add(new HeaderEdit.OtherToken(token)));
        text(fields, SCHEME).ifPresent(scheme -> edits.add(new HeaderEdit.OtherScheme(scheme)));
        return new Alteration(edits);
    }

    /** Returns the members of a mapping of whatever values. */
    static Map<String, JsonNode> values(JsonNode mapping) {
        return members(mapping, value -> value);
    }

    private static Optional<String> text(Fields fields, Key key) {
        return fields.value(key.name(), key.type()).map(JsonNode::asString);
    }

    private static Optional<Map<String, String>> texts(Fields fields, Key key) {
        return fields.value(key.name(), key.type()).map(value -> members(value, JsonNode::asString));
    }

    private static <V> Map<String, V> members(JsonNode mapping, Function<JsonNode, V> reader) {
        Map<String, V> members = new LinkedHashMap<>();
        mapping.properties().forEach(one -> members.put(one.getKey(), reader.apply(one.getValue())));
        return members;
    }
}
